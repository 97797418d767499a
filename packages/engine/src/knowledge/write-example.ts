import type { Example } from '../model/service-item.ts';

/** An example as YAML, indented to be pasted at the end of the item's `examples`. */
export function writeExample({ name, given, lacks, gives }: Example): string {
  const answers = Object.entries(given).map(([id, value]) => `${id}: ${write(value)}`);
  const lines = [
    `  - name: ${write(name)}`,
    `    given: ${answers.length > 0 ? `{ ${answers.join(', ')} }` : '{}'}`,
    ...(lacks === undefined ? [] : [`    lacks: [${lacks.join(', ')}]`]),
    `    gives: { ${Object.entries(gives).map(writeExpectation).join(', ')} }`,
  ];
  return lines.join('\n');
}

function writeExpectation([key, value]: [string, Example['gives'][keyof Example['gives']]]): string {
  return Array.isArray(value) ? `${key}: [${value.join(', ')}]` : `${key}: ${String(value)}`;
}

/** Words stand bare in YAML unless something in them would mean more than itself. */
function write(value: string | number): string {
  if (typeof value === 'number' || /^[\p{L}\p{N}][\p{L}\p{N}\p{Pd} ，。、；（）“”]*$/u.test(value))
    return String(value);
  return `'${value.replaceAll("'", "''")}'`;
}
