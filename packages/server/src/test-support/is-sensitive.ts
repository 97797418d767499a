import type { Question } from '@onetrip/engine';

/** Words of what the law calls sensitive: health and disability, faith, descent, punishment, need (PIPL, article 28). */
const SENSITIVE =
  /残疾|残障|行动不便|失能|疾病|患病|病情|重病|病历|诊断|精神|智力|视力|听力|健康|怀孕|孕|流产|生育史|HIV|艾滋|传染|宗教|信仰|民族|服刑|犯罪|前科|吸毒|低保|特困|家暴/iu;

/**
 * Whether the answer to a question may tell something about a person's health, disability or another matter that
 * harms them when it is known. Such answers are never logged, counted or exported by value.
 *
 * Reads the words of the question and its options, so that nobody has to remember to mark a question.
 */
export function isSensitive(question: Question): boolean {
  const options = question.options.flatMap(({ label, fact = '', says = [] }) => [label, fact, ...says]);
  return SENSITIVE.test([question.ask, question.name, question.help ?? '', ...options].join('\n'));
}
