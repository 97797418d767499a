import type { Alternatives, Keyed } from './alternatives.ts';
import type { Keys } from './keys.ts';
import { readCondition } from './read-condition.ts';
import type { ConditionScope } from './read-condition.ts';
import type { Located, Place } from './yaml/located.ts';
import { MapReader } from './yaml/map-reader.ts';
import { readId } from './yaml/read-scalar.ts';

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
  const { kind, scope } = context;
  const { log } = scope.library;
  if (node.kind === 'list') return withMembers(node.items, node.at, context);
  if (node.kind !== 'map') {
    log.error(node.at, 'not-a-list', `“${kind}”里的每一组是一列 key；请写成 [ [甲, 乙] ]。`);
    return undefined;
  }
  const reader = MapReader.over(node, kind, log);
  const written = reader?.required('when');
  const when = written && readCondition(written, scope);
  const group = reader && readGroup(reader, node.at, context);
  reader?.close();
  return group && when && { ...group, when };
}

function readGroup(reader: MapReader, at: Place, context: Context): Alternatives | undefined {
  const members = reader.list('of');
  return members.length === 0 ? undefined : withMembers(members, at, context);
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
