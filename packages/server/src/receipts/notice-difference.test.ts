import type { Notice } from '@onetrip/engine';
import { describe, expect, test } from 'vitest';
import { realEngine } from '../test-support/real-engine.ts';
import { noticeDifference } from './notice-difference.ts';

describe('two notices', () => {
  test('that say the same differ in nothing, whatever day and version they are of', () => {
    const later = {
      ...told,
      number: '482019355174',
      today: '2027-01-01',
      knowledge: { version: 'x', date: '2027-01-01' },
    };
    expect(noticeDifference(told, later)).toEqual([]);
  });

  test('differ by a line that is gone, under the heading it stood under', () => {
    const changes = noticeDifference(told, { ...told, steps: told.steps.slice(1) });
    expect(changes).toEqual([
      {
        section: 'steps',
        title: '到了窗口',
        line: told.steps[0]?.id,
        before: expect.stringContaining('挂失') as string,
      },
    ]);
  });

  test('differ by a line that is new', () => {
    const step = { ...told.steps[0], id: 'new', text: '先预约', sources: [] } as Notice['steps'][number];
    expect(noticeDifference(told, { ...told, steps: [...told.steps, step] })).toEqual([
      { section: 'steps', title: '到了窗口', line: 'new', now: '先预约' },
    ]);
  });

  test('differ by a line that says something else, with both wordings', () => {
    const fees = told.fees.map((fee) => ({ ...fee, amount: 20 }));
    expect(noticeDifference(told, { ...told, fees })).toEqual([
      {
        section: 'fees',
        title: '多少钱',
        line: told.fees[0]?.id,
        before: '丢失补领工本费 40 元',
        now: '丢失补领工本费 20 元',
      },
    ]);
  });

  test('differ by a line that now hangs on an answer, and by one that rests on something else', () => {
    const [first, ...rest] = told.steps;
    const when = { says: '户口在外地', find: [] };
    const [hanging] = noticeDifference(told, {
      ...told,
      steps: [{ ...first, when } as Notice['steps'][number], ...rest],
    });
    expect(hanging?.now).toMatch(/^如果户口在外地：/);
    const [resting] = noticeDifference(told, { ...told, fees: told.fees.map((fee) => ({ ...fee, sources: [] })) });
    expect(resting?.before).toMatch(/依据《.*》/);
    expect(resting?.before).not.toBe(resting?.now);
  });
});

const told = aNotice();

function aNotice(): Notice {
  const engine = realEngine();
  let { consultation } = engine.begin({ today: '2026-11-22', items: ['resident-id-card'] });
  for (const text of ['丢了', '30岁', '在本市'])
    ({ consultation } = engine.takeTurn(consultation, { kind: 'say', text }));
  return engine.writeNotice(consultation);
}
