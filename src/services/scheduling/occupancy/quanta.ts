/** The grid on which times of an artisan exclude one another: five minutes of UTC. */

export const quantumMs = 300_000;

export interface Interval {
  readonly from: Date;
  readonly to: Date;
}

/** The quanta that an interval touches, ascending: rounded outwards. */
export function quantaOf({ from, to }: Interval): number[] {
  const first = Math.floor(from.getTime() / quantumMs);
  const end = Math.ceil(to.getTime() / quantumMs);
  return Array.from({ length: Math.max(0, end - first) }, (_, i) => first + i);
}

export const isOnGrid = (at: Date): boolean => at.getTime() % quantumMs === 0;
