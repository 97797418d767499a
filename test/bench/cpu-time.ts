/** CPU microseconds, user and system, that this process has used. */
export function cpuMicros(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}

/** The value below which this share of the numbers lies. */
export function percentile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

/** A figure cut to a few digits, for printing. */
export function rounded(value: number, digits = 4): number {
  return Number(value.toPrecision(digits));
}
