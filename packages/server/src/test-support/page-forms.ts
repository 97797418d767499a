/** A form as a page shows it. */
export interface PageForm {
  readonly method: 'get' | 'post';
  readonly action: string;
  readonly fields: readonly PageField[];
}

/** What a browser sends under one name. */
export interface PageField {
  readonly name: string;
  /** A browser does not send the form without it. */
  readonly required: boolean;
  /** Most characters a browser lets somebody type. */
  readonly maxLength?: number;
  /** All it may be; missing where somebody types. */
  readonly values?: readonly string[];
}

const FORM = /<form\b([^>]*)>(.*?)<\/form>/gs;
const CONTROL = /<(input|textarea|button)\b([^>]*)>|<(select)\b([^>]*)>(.*?)<\/select>/gs;
/** Kinds of inputs whose value somebody types, or a browser fills in. */
const TYPED = new Set(['text', 'password', 'date']);

/** The forms of a page of ours: templates that write every attribute in double quotes. */
export function formsOf(page: string): readonly PageForm[] {
  return [...page.matchAll(FORM)].map(([, tag = '', within = '']) => ({
    method: attribute(tag, 'method') === 'post' ? 'post' : 'get',
    action: attribute(tag, 'action') ?? '',
    fields: together([...within.matchAll(CONTROL)].flatMap((found) => fieldOf(found))),
  }));
}

function fieldOf([, control = 'select', plain, , ofSelect, within = '']: RegExpMatchArray): readonly PageField[] {
  const tag = plain ?? ofSelect ?? '';
  const name = attribute(tag, 'name');
  if (name === undefined) return [];
  const maxLength = attribute(tag, 'maxlength');
  const field = {
    name,
    required: /\srequired\b/.test(tag.replace(/"[^"]*"/g, '""')),
    ...(maxLength !== undefined && { maxLength: Number(maxLength) }),
  };
  if (control === 'textarea' || (control === 'input' && TYPED.has(attribute(tag, 'type') ?? 'text'))) return [field];
  const options = [...within.matchAll(/<option\b([^>]*)>/g)].map(([, option = '']) => option);
  const sending = control === 'select' ? options : [tag];
  return [{ ...field, values: sending.map((one) => attribute(one, 'value') ?? '') }];
}

/** Buttons, radio buttons and ticks of one name are one field. */
function together(fields: readonly PageField[]): readonly PageField[] {
  return [...new Set(fields.map(({ name }) => name))].map((name) => {
    const own = fields.filter((field) => field.name === name);
    const values = own.flatMap((field) => field.values ?? []);
    return { ...own[0], name, required: own.some(({ required }) => required), ...(values.length > 0 && { values }) };
  });
}

function attribute(tag: string, name: string): string | undefined {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return value?.replace(/&(?:amp|lt|gt|quot|#39);/g, (escaped) => ESCAPED[escaped] ?? escaped);
}

const ESCAPED: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};
