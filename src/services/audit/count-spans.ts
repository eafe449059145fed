import type { AuditCountSpan } from '../../entities/audit/audit-count.entity.ts';

/** From an instant on, before another; null where it is open. */
export interface Range {
  readonly from: Date | null;
  readonly to: Date | null;
}

const dayMs = 24 * 3_600_000;
const dayFloor = (at: Date): Date => new Date(Math.floor(at.getTime() / dayMs) * dayMs);
const dayCeiling = (at: Date): Date => new Date(Math.ceil(at.getTime() / dayMs) * dayMs);
const monthFloor = (at: Date): Date => new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), 1));
const monthCeiling = (at: Date): Date =>
  monthFloor(at).getTime() === at.getTime() ? at : new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 1));

/** When the day and the month of an instant begin, in UTC. */
export const startsOf = (at: Date): Readonly<Record<AuditCountSpan, Date>> => ({
  DAY: dayFloor(at),
  MONTH: monthFloor(at),
});

/** The whole days that a range touches. */
export const wholeDays = ({ from, to }: Range): Range => ({ from: from && dayFloor(from), to: to && dayCeiling(to) });

const isEmpty = ({ from, to }: Range): boolean => from !== null && to !== null && from >= to;

/** A range cut at two instants into what is before, between and after them; empty parts are left out. */
function cut(range: Range, inner: Range): { readonly outer: readonly Range[]; readonly inner: readonly Range[] } {
  if (isEmpty(inner)) return { outer: [range].filter((part) => !isEmpty(part)), inner: [] };
  const before = inner.from === null ? [] : [{ from: range.from, to: inner.from }];
  const after = inner.to === null ? [] : [{ from: inner.to, to: range.to }];
  return { outer: [...before, ...after].filter((part) => !isEmpty(part)), inner: [inner] };
}

/** What a range is made of: whole months, the whole days beside them, and the hours beside these. */
export interface Parts {
  readonly months: readonly Range[];
  readonly days: readonly Range[];
  readonly hours: readonly Range[];
}

export function partsOf(range: Range): Parts {
  const whole = cut(range, { from: range.from && dayCeiling(range.from), to: range.to && dayFloor(range.to) });
  const parts = whole.inner.map((days) =>
    cut(days, { from: days.from && monthCeiling(days.from), to: days.to && monthFloor(days.to) }),
  );
  return {
    months: parts.flatMap(({ inner }) => inner),
    days: parts.flatMap(({ outer }) => outer),
    hours: whole.outer,
  };
}
