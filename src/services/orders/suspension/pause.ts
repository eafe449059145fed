import { endOfWorkingDay } from '../deadlines/deadline.policy.ts';

/** What counts time of an order that may be suspended. */
export interface Paused {
  /** Null for one that was suspended before this was written down: it has lost no time. */
  readonly suspendedAt: Date | null;
  readonly dueAt: Date | null;
  readonly pausedMs: number;
}

/** The same after it resumes: the time that it stood still is added to its pauses and to its due date, up to the end of a working day. */
export function pause(
  { suspendedAt, dueAt, pausedMs }: Paused,
  now: Date,
  zone: string,
): Pick<Paused, 'dueAt' | 'pausedMs'> & { readonly addedMs: number } {
  const addedMs = suspendedAt === null ? 0 : Math.max(0, now.getTime() - suspendedAt.getTime());
  return {
    addedMs,
    pausedMs: pausedMs + addedMs,
    dueAt: dueAt === null || addedMs === 0 ? dueAt : endOfWorkingDay(new Date(dueAt.getTime() + addedMs), zone),
  };
}
