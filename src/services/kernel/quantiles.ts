/** The middle one of sorted values, or the mean of the two in the middle. */
export function medianOf(sorted: readonly number[]): number | null {
  if (sorted.length === 0) return null;
  const [low, high] = [Math.floor((sorted.length - 1) / 2), Math.ceil((sorted.length - 1) / 2)];
  return ((sorted[low] as number) + (sorted[high] as number)) / 2;
}

/** The smallest value that a share of them does not exceed (nearest rank). */
export const percentileOf = (sorted: readonly number[], share: number): number | null =>
  sorted.length === 0 ? null : (sorted[Math.ceil(share * sorted.length) - 1] as number);
