import { describe, expect, it } from 'vitest';
import { compileKnowledge } from './compile-knowledge.ts';
import { editedFile, smallFolder } from './test-support/small-folder.ts';

/** A shared question that presupposes an answer to another one. */
function question(id: string, name: string, askWhen: string): string {
  return `- { id: ${id}, name: ${name}, ask: ${name}？, askWhen: ${askWhen}, options: [{ is: yes, label: 是 }, { is: no, label: 否 }] }\n`;
}

function circlesAmong(...questions: readonly string[]) {
  const files = smallFolder({ 'questions.yaml': editedFile('questions.yaml').concat(...questions) });
  return compileKnowledge(files).issues.filter(({ code }) => code === 'ask-when-cycle');
}

describe('questions that presuppose each other', () => {
  it('are reported once, with the whole circle in words', () => {
    const issues = circlesAmong(
      question('school', '上学', '{ grade: yes }'),
      question('grade', '年级', '{ not: { class: no } }'),
      question('class', '班级', '{ all: [minor, { school: yes }] }'),
    );
    expect(issues).toHaveLength(1);
    expect(issues[0]).toMatchObject({ severity: 'error', file: 'questions.yaml', line: 6, column: 3 });
    expect(issues[0]?.message).toBe('问题的 askWhen 绕成了圈：上学 → 年级 → 班级 → 上学；请删去其中一个 askWhen。');
  });

  it('are no circle when the last one presupposes none of them', () => {
    const chain = [question('school', '上学', '{ grade: yes }'), question('grade', '年级', 'minor')];
    expect(circlesAmong(...chain)).toEqual([]);
  });
});
