import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NoticeMaterial } from '../model/notice.ts';
import type { MaterialObligation } from '../model/obligation.ts';
import type { OutcomeLine } from '../model/outcome.ts';
import { checkProperty } from '../test-support/check-property.ts';
import { anyOf, is, line, material, noticeOf } from './notice.fixture.ts';

const away = is('household', 'away');

/** The one material of a notice that holds no other. */
function only(...lines: readonly OutcomeLine[]): NoticeMaterial {
  const { materials } = noticeOf(lines);
  expect(materials).toHaveLength(1);
  const [first] = materials;
  if (first === undefined) throw new TypeError('no material');
  return first;
}

describe('a material that several items ask for', () => {
  it('stands once: originals that are given back are shown again, copies are added up', () => {
    const merged = only(
      line('id-card', material('register', { originals: 1, copies: 1 })),
      line('passport', material('register', { originals: 2, copies: 2 })),
    );
    expect(merged).toMatchObject({ originals: 2, copies: 3, keeps: 'shown', items: ['id-card', 'passport'] });
    expect(merged.when).toBeUndefined();
  });

  it('is needed anew for every window that keeps it', () => {
    const keeps = 'handed-in';
    const merged = only(line('id-card', material('photo', { keeps })), line('passport', material('photo', { keeps })));
    expect(merged).toMatchObject({ originals: 2, keeps });
  });

  it('is shown before it is handed in', () => {
    const merged = only(line('id-card', material('deed')), line('passport', material('deed', { keeps: 'handed-in' })));
    expect(merged).toMatchObject({ originals: 1, keeps: 'handed-in' });
    expect(merged.note).toBe('先给只看不收的窗口看，再交给收走的窗口');
  });

  it('keeps all its reasons: items, sources, notes', () => {
    const merged = only(
      line('id-card', material('register', { note: '户主页' }, { sources: ['law'], note: '首页' })),
      line('passport', material('register', {}, { sources: ['page', 'law'], note: '本人页。' })),
    );
    expect(merged.sources).toEqual(['law', 'page']);
    expect(merged.note).toBe('户主页；首页；本人页');
  });

  it('is required when one item requires it and another lets it follow later', () => {
    const later: Partial<MaterialObligation> = { necessity: 'deferrable' };
    expect(only(line('id-card', material('deed', {}, later))).necessity).toBe('deferrable');
    const lines = [line('id-card', material('deed', {}, later)), line('passport', material('deed'))];
    expect(only(...lines).necessity).toBe('required');
    expect(noticeOf(lines).deferrable).toEqual([]);
    expect(noticeOf([line('id-card', material('deed', {}, later))]).deferrable).toEqual(['不动产权证书']);
  });

  it('is certain when it is certain for one of them, and says what the other may add', () => {
    const merged = only(
      line('id-card', material('register')),
      line('passport', material('register', { copies: 2 }), away),
    );
    expect(merged).toMatchObject({ originals: 1, copies: 0 });
    expect(merged.when).toBeUndefined();
    expect(merged.note).toBe('如果户口在外地，再加复印件 2 份；看户口簿首页');
  });

  it('hangs on either condition when it is open for both', () => {
    const merged = only(
      line('id-card', material('register'), away),
      line('passport', material('register'), is('reason', 'lost')),
    );
    expect(merged.when).toEqual({ says: '身份证丢了或者户口在外地', find: ['看证件背面。', '看户口簿首页。'] });
    expect(merged.note).toBeUndefined();
  });

  it('is certain when the open conditions leave no case out', () => {
    const merged = only(
      line('id-card', material('register'), away),
      line('passport', material('register'), is('household', 'here')),
    );
    expect(merged.when).toBeUndefined();
  });

  it('counts the most that can come true, and names each case, when the amounts differ', () => {
    const exclusive = only(
      line('id-card', material('register', { copies: 1 }), away),
      line('id-card', material('register', { copies: 3 }, { id: 'other' }), is('household', 'here')),
    );
    expect(exclusive.copies).toBe(3);
    const together = only(
      line('id-card', material('register', { copies: 1 }), away),
      line('passport', material('register', { copies: 3 }), is('reason', 'lost')),
    );
    expect(together.copies).toBe(4);
    expect(together.note).toContain('最多带这些；如果户口在外地，原件 1 份，看过就还您；复印件 1 份');
  });
});

describe('a choice of materials', () => {
  it('is satisfied by what is on the list anyway, and keeps its own demands and reasons', () => {
    const merged = only(
      line('id-card', material('register')),
      line('passport', anyOf([{ material: 'permit' }, { material: 'register', copies: 1 }], { sources: ['page'] })),
    );
    expect(merged).toMatchObject({ material: 'register', copies: 1, items: ['id-card', 'passport'], or: [] });
    expect(merged.sources).toEqual(['law', 'page']);
  });

  it('stays a choice when the material that would satisfy it is itself in doubt', () => {
    const { materials } = noticeOf([
      line('id-card', material('register'), away),
      line('passport', anyOf([{ material: 'permit' }, { material: 'register' }])),
    ]);
    expect(materials.map(({ or, when }) => [or.length, when === undefined])).toEqual([
      [0, false],
      [1, true],
    ]);
  });

  it('joins a narrower choice that satisfies it whatever is chosen', () => {
    const wide = anyOf([{ material: 'permit' }, { material: 'register', copies: 2 }, { material: 'deed' }]);
    const merged = only(
      line('id-card', anyOf([{ material: 'permit' }, { material: 'register' }])),
      line('passport', wide),
    );
    expect(merged.or).toMatchObject([{ material: 'register', copies: 2 }]);
  });

  it('puts what the person has before what they said they lack', () => {
    const choice = line('id-card', anyOf([{ material: 'permit' }, { material: 'register' }]));
    const [first] = noticeOf([choice], { situation: { lacks: ['permit'] } }).materials;
    expect(first).toMatchObject({ material: 'register', lacking: false, or: [{ material: 'permit' }] });
  });
});

describe('a photo', () => {
  it('is taken once, as the stricter window wants it, and counted for both', () => {
    const merged = only(
      line('id-card', material('photo', { keeps: 'handed-in', originals: 2 })),
      line('passport', material('white-photo', { keeps: 'handed-in' })),
    );
    expect(merged).toMatchObject({ material: 'white-photo', originals: 3, photo: '1 寸，白底，近 6 个月' });
    expect(merged.note).toContain('其中 2 份用作一寸照片');
  });

  it('does not stand for another while it is itself in doubt', () => {
    const lines = [line('id-card', material('photo')), line('passport', material('white-photo'), away)];
    expect(noticeOf(lines).materials).toHaveLength(2);
  });
});

describe('what the office looks up itself', () => {
  const waived: Partial<MaterialObligation> = { necessity: 'waived' };

  it('is listed as not needed, never as something to bring', () => {
    const notice = noticeOf([line('id-card', material('deed', {}, waived))]);
    expect(notice.materials).toEqual([]);
    expect(notice.notNeeded.map(({ text }) => text)).toEqual(['不动产权证书（免交，由部门自己查）']);
  });

  it('is brought after all when another item asks for it', () => {
    const notice = noticeOf([line('id-card', material('deed', {}, waived)), line('passport', material('deed'))]);
    expect(notice.notNeeded).toEqual([]);
    expect(notice.materials).toMatchObject([{ material: 'deed', originals: 1, necessity: 'required' }]);
  });
});

const ids = ['register', 'card', 'permit', 'deed', 'photo', 'white-photo'];

const demands: fc.Arbitrary<readonly OutcomeLine[]> = fc
  .array(
    fc.record({
      owner: fc.constantFrom('id-card', 'passport', 'register-reissue'),
      among: fc.subarray(ids, { minLength: 1, maxLength: 3 }),
      keeps: fc.constantFrom('shown', 'handed-in', 'filled'),
      originals: fc.integer({ min: 1, max: 2 }),
      copies: fc.integer({ min: 0, max: 2 }),
      open: fc.constantFrom(undefined, away, is('household', 'here'), is('reason', 'lost')),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((drawn) =>
    drawn.map(({ owner, among, open, ...use }, index) =>
      line(
        owner,
        anyOf(
          among.map((id) => ({ material: id, ...use })),
          { id: `material/${index}` },
        ),
        open,
      ),
    ),
  );

/** What must be the same whatever the order: content, without ids and the order of notes and items. */
function content(lines: readonly OutcomeLine[]): unknown {
  const summary = noticeOf(lines).materials.map((each) => ({
    amounts: [each, ...each.or]
      .map(({ material: id, originals, copies, keeps, note }) => [id, originals, copies, keeps, sorted(note)].join())
      .sort(),
    when: each.when?.says,
    necessity: each.necessity,
    items: [...each.items].sort(),
  }));
  return summary.map((each) => JSON.stringify(each)).sort();
}

/**
 * Notes in one order, without the one that names the items: they are compared by themselves. A note of one choice
 * among several begins with its name.
 */
function sorted(note = ''): string {
  const notes = note.split(/[；：]/u).filter((each) => !/^办.*用$/u.test(each));
  return notes.sort().join('；');
}

describe('merging', () => {
  it('comes to the same in whatever order the items and their demands stand', () => {
    checkProperty(
      'merging in any order',
      fc.property(
        demands.chain((lines) =>
          fc.tuple(fc.constant(lines), fc.shuffledSubarray([...lines], { minLength: lines.length })),
        ),
        ([lines, shuffled]) => {
          expect(content(shuffled)).toEqual(content(lines));
        },
      ),
      3_000,
    );
  });

  it('leaves every demand with something on the list that satisfies it, as often as it asks', () => {
    fc.assert(
      fc.property(demands, (lines) => {
        const { materials } = noticeOf(lines);
        for (const { obligation, holds, item } of lines) {
          if (obligation.kind !== 'material') continue;
          const wanted = obligation.anyOf.map((use) => use.material);
          // Plain photos may be taken as the stricter window wants them.
          const doing = wanted.includes('photo') ? [...wanted, 'white-photo'] : wanted;
          const covering = materials.filter(
            (each) =>
              each.items.includes(item) &&
              [each, ...each.or].every(({ material: id }) => doing.includes(id)) &&
              (each.when === undefined || holds === 'unknown'),
          );
          expect(covering).not.toEqual([]);
          const copies = Math.max(...obligation.anyOf.map((use) => use.copies));
          const enough = covering.some(
            (each) => [each, ...each.or].every((use) => use.copies >= copies) || each.note?.includes('再加复印件'),
          );
          expect(enough).toBe(true);
        }
      }),
    );
  });
});
