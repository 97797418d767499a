/** Which items go by each name, so that names can be looked up instead of compared one by one. */
export function ownersByCore(cores: readonly ReadonlySet<string>[]): ReadonlyMap<string, readonly number[]> {
  const owners = new Map<string, number[]>();
  for (const [index, names] of cores.entries()) {
    for (const name of names) {
      const known = owners.get(name) ?? [];
      known.push(index);
      owners.set(name, known);
    }
  }
  return owners;
}
