import { percentile } from './cpu-time.ts';

/**
 * Welch's t of two samples: by how many standard errors their means differ. Beyond 4.5 it is no chance any more, the mark
 * that side-channel testing goes by (ISO/IEC 17825).
 */
export function welchT(one: readonly number[], other: readonly number[]): number {
  const [a, b] = [moments(one), moments(other)];
  return (a.mean - b.mean) / Math.sqrt(a.variance / one.length + b.variance / other.length);
}

/** The same of what lies below the 90th percentile of both together: a machine's interruptions hide small differences. */
export function croppedT(one: readonly number[], other: readonly number[]): number {
  const most = percentile([...one, ...other], 0.9);
  const below = (sample: readonly number[]): readonly number[] => sample.filter((value) => value < most);
  return welchT(below(one), below(other));
}

function moments(sample: readonly number[]): { readonly mean: number; readonly variance: number } {
  const mean = sample.reduce((sum, value) => sum + value, 0) / sample.length;
  const variance = sample.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (sample.length - 1);
  return { mean, variance };
}
