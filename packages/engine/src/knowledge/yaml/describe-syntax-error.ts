import type { ErrorCode, YAMLError } from 'yaml';

const SENTENCES: Partial<Record<ErrorCode, string>> = {
  ALIAS_PROPS: '别名（*）前面不能再写标记；请删去标记。',
  BAD_ALIAS: '别名或锚点写得不对；请直接把内容写出来。',
  BAD_COLLECTION_TYPE: '标记和内容对不上；请删去标记。',
  BAD_DIRECTIVE: '这一行以 % 开头，读不懂；请删去。',
  BAD_DQ_ESCAPE: '双引号里的反斜杠写法不对；请改用单引号。',
  BAD_INDENT: '缩进不对，或者括号没有成对；请让同一层的行从同一列开始，并补上少了的括号。',
  BAD_SCALAR_START: '值不能以这个字符开头；请给整个值加上单引号。',
  BLOCK_AS_IMPLICIT_KEY: '冒号后面不能在同一行再写一层；请换行并缩进，或者给整个值加上单引号。',
  BLOCK_IN_FLOW: '括号里不能换成分行的写法；请都写在括号里。',
  DUPLICATE_KEY: '同一个键写了两次；请删去一个。',
  MISSING_CHAR: '少了一个字符（引号、括号、逗号，或者冒号后面的空格）；请补上。',
  MULTILINE_IMPLICIT_KEY: '键不能跨行；请看看上一行是不是少了冒号。',
  MULTIPLE_DOCS: '一个文件里只能有一份内容；请删去 “---” 之后的部分。',
  TAB_AS_INDENT: '缩进用了制表符；请换成空格。',
  UNEXPECTED_TOKEN: '这里读不下去；请看看前面的括号、引号和缩进，或者给整个值加上单引号。',
};

/** A YAML fault in plain Chinese, quoting the words at which reading stopped. */
export function describeSyntaxError(error: YAMLError, source: string): string {
  const sentence = SENTENCES[error.code] ?? '这里不是正确的 YAML；请看看前面的括号、引号和缩进。';
  const rest = source.slice(error.pos[0], error.pos[0] + 20).split('\n', 1)[0] ?? '';
  const words = rest.trim();
  return words === '' ? sentence : `在“${words}”处：${sentence}`;
}
