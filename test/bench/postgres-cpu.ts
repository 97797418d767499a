import { readdirSync, readFileSync } from 'node:fs';
import { MICROS_PER_TICK } from './server-process.ts';

/**
 * Microseconds of processor time that a PostgreSQL on this machine has used so far: its first process, all that it has
 * started, and those that have ended.
 */
export function postgresCpuMicros(firstPid: number): number {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const ticks = all.flatMap((pid) => {
    const fields = statOf(pid);
    if (fields === undefined) return [];
    const [user, system, endedUser, endedSystem] = fields.slice(11, 15).map(Number);
    const own = (user ?? 0) + (system ?? 0);
    if (Number(pid) === firstPid) return [own + (endedUser ?? 0) + (endedSystem ?? 0)];
    return Number(fields[1]) === firstPid ? [own] : [];
  });
  return ticks.reduce((sum, one) => sum + one, 0) * MICROS_PER_TICK;
}

/** The first process of a PostgreSQL, by the folder of its data. */
export function firstProcessIn(dataFolder: string): number {
  return Number(readFileSync(`${dataFolder}/postmaster.pid`, 'utf8').split('\n')[0]);
}

/** What Linux says of a process after its name; undefined when it has ended. */
function statOf(pid: string): readonly string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}
