import { isWorkingDay } from '../../kernel/working-days.ts';

/** Local days, the last one included. */
export interface Absence {
  readonly fromOn: string;
  readonly untilOn: string;
}

export interface Workload {
  readonly capacityPagesPerDay: number;
  /** Pages that they have taken on and not done yet. */
  readonly openPages: number;
  readonly absences: readonly Absence[];
}

/** When somebody has time. Both are null for more than a year from now. */
export interface Outlook {
  /** The first day on which not all of their time is taken. */
  readonly nextFreeDay: string | null;
  /** The day on which they would be done with so many pages more. */
  readonly doneOn: string | null;
}

const furthestDays = 366;

/** What comes of a workload from today on: pages are done in turn, on working days, as many a day as the person can do. */
export function outlookOf(
  { capacityPagesPerDay, openPages, absences }: Workload,
  pages: number,
  today: string,
): Outlook {
  const isAway = (day: string): boolean => absences.some(({ fromOn, untilOn }) => fromOn <= day && day <= untilOn);
  const start = Temporal.PlainDate.from(today);
  let nextFreeDay: string | null = null;
  let done = 0;
  for (let days = 0; days <= furthestDays; days++) {
    const day = start.add({ days }).toString();
    if (!isWorkingDay(day) || isAway(day)) continue;
    done += capacityPagesPerDay;
    if (done > openPages) nextFreeDay ??= day;
    if (done > openPages && done >= openPages + pages) return { nextFreeDay, doneOn: day };
  }
  return { nextFreeDay, doneOn: null };
}

/** Absences one after the other, of which none is inverted or overlaps another: otherwise the index of the first that is wrong. */
export function wrongAbsence(absences: readonly Absence[]): number | null {
  const wrong = absences.findIndex(
    ({ fromOn, untilOn }, i) =>
      fromOn > untilOn || absences.slice(0, i).some((other) => fromOn <= other.untilOn && other.fromOn <= untilOn),
  );
  return wrong === -1 ? null : wrong;
}
