import { Session } from 'node:inspector/promises';
import type { Profiler } from 'node:inspector';

/** The share of this process's busy time, while it does a work, that is spent in functions of certain files. */
export async function shareOf(files: RegExp, work: () => Promise<void>): Promise<number> {
  const profile = await profiled(work);
  const parents = new Map(
    profile.nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)),
  );
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  let busy = 0;
  let found = 0;
  (profile.samples ?? []).forEach((id, at) => {
    const name = nodes.get(id)?.callFrame.functionName;
    if (name === '(idle)' || name === '(program)') return;
    const micros = profile.timeDeltas?.[at] ?? 0;
    busy += micros;
    for (let node = nodes.get(id); node; node = nodes.get(parents.get(node.id) ?? -1)) {
      if (!files.test(node.callFrame.url)) continue;
      found += micros;
      break;
    }
  });
  return found / Math.max(1, busy);
}

async function profiled(work: () => Promise<void>): Promise<Profiler.Profile> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.start');
  await work();
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  return profile;
}
