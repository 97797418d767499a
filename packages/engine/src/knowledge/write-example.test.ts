import { describe, expect, it } from 'vitest';
import { writeExample } from './write-example.ts';

describe('an example as YAML', () => {
  it('stands as the authors write theirs', () => {
    const example = {
      name: '丢了，年龄 8 周岁',
      given: { reason: 'lost', age: 8 },
      gives: { materials: ['card'], fee: 40, first: ['pass'] },
    };
    expect(writeExample({ ...example, lacks: ['old-card'] })).toBe(`  - name: 丢了，年龄 8 周岁
    given: { reason: lost, age: 8 }
    lacks: [old-card]
    gives: { materials: [card], fee: 40, first: [pass] }`);
  });

  it('quotes words that would mean more than themselves', () => {
    expect(writeExample({ name: "- it's: #1", given: {}, gives: { handoff: true } })).toBe(`  - name: '- it''s: #1'
    given: {}
    gives: { handoff: true }`);
  });
});
