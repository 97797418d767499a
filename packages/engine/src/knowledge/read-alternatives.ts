import type { Condition } from '../model/condition.ts';
import type { Obligation } from '../model/obligation.ts';
import type { IssueLog } from './issue-log.ts';
import { nearestWord } from './nearest-word.ts';
import { readCondition } from './read-condition.ts';
import type { ConditionScope } from './read-condition.ts';
import type { Located, Place } from './yaml/located.ts';
import { MapReader } from './yaml/map-reader.ts';
import { readId } from './yaml/read-scalar.ts';

/** Obligations of which the author says that they never meet, and maybe that one of them always holds. */
export interface Alternatives {
  /** `oneOf`: exactly one for everybody who is not refused or handed off. `exclusive`: at most one. */
  readonly kind: 'oneOf' | 'exclusive';
  /** For whom; for everybody when absent. */
  readonly when?: Condition;
  readonly of: readonly Keyed[];
  readonly at: Place;
}

/** An obligation and the name its author gave it. */
export interface Keyed {
  readonly key: string;
  readonly obligation: Obligation;
}

/** The named obligations of one item. They live while it is compiled and are no part of the knowledge. */
export class Keys {
  readonly #named = new Map<string, { readonly obligation: Obligation | undefined; readonly at: Place }>();
  readonly #used = new Set<string>();
  readonly #log: IssueLog;

  constructor(log: IssueLog) {
    this.#log = log;
  }

  /** Names an obligation; one that is broken keeps its name, so that nobody is told it is unknown. */
  name(key: string, obligation: Obligation | undefined, at: Place): void {
    const taken = this.#named.get(key);
    if (!taken) this.#named.set(key, { obligation, at });
    else this.#log.error(at, 'duplicate-key', `第 ${taken.at.line} 行已经用了 key“${key}”；请改名。`);
  }

  /** Looks a name up, or reports it. */
  find(key: string, at: Place): Obligation | undefined {
    this.#used.add(key);
    if (!this.#named.has(key)) {
      const near = nearestWord(key, this.#named.keys());
      const advice = near === undefined ? '请在那一条里写上 key。' : `您是不是想写“${near}”？`;
      this.#log.error(at, 'unknown-key-name', `这个事项没有一条的 key 是“${key}”；${advice}`);
    }
    return this.#named.get(key)?.obligation;
  }

  /** Names that no declaration uses. */
  reportUnused(): void {
    for (const [key, { at }] of this.#named) {
      if (this.#used.has(key)) continue;
      this.#log.warning(at, 'unused-key', `oneOf 和 exclusive 都没有用到 key“${key}”；请用上，或删去。`);
    }
  }
}

/** Reads `oneOf` and `exclusive` of an item: lists of names, or maps with `when` and `of`. */
export function readAlternatives(reader: MapReader, scope: ConditionScope, keys: Keys): readonly Alternatives[] {
  const kinds = ['oneOf', 'exclusive'] as const;
  const read = kinds.flatMap((kind) =>
    reader.optionalList(kind).flatMap((node) => readOne(node, { kind, scope, keys }) ?? []),
  );
  keys.reportUnused();
  return read;
}

interface Context {
  readonly kind: Alternatives['kind'];
  readonly scope: ConditionScope;
  readonly keys: Keys;
}

function readOne(node: Located, context: Context): Alternatives | undefined {
  const { kind, scope, keys } = context;
  const { log } = scope.library;
  if (node.kind === 'list') return withMembers(node.items, node.at, context);
  if (node.kind !== 'map') {
    log.error(node.at, 'not-a-list', `“${kind}”里的每一组是一列 key；请写成 [ [甲, 乙] ]。`);
    return undefined;
  }
  const reader = MapReader.over(node, kind, log);
  const written = reader?.required('when');
  const when = written && readCondition(written, scope);
  const group = reader && withMembers(reader.list('of'), node.at, { kind, scope, keys });
  reader?.close();
  return group && when && { ...group, when };
}

function withMembers(nodes: readonly Located[], at: Place, { kind, scope, keys }: Context): Alternatives | undefined {
  const { log } = scope.library;
  const of = nodes.flatMap((node): readonly Keyed[] => {
    const key = readId(node, { log, key: kind });
    const obligation = key === undefined ? undefined : keys.find(key, node.at);
    return key === undefined || obligation === undefined ? [] : [{ key, obligation }];
  });
  if (nodes.length < 2) {
    log.error(at, 'one-of-one', `“${kind}”里的一组至少要有两个 key；请补上，或删去这一组。`);
    return undefined;
  }
  return of.length === nodes.length ? { kind, of, at } : undefined;
}
