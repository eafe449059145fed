import type { BackupRung } from '../../../entities/backups/backup.entity.ts';

/** How long a backup is kept (decision D28), in days. A labelled one is kept until an admin deletes it. */
export const daysOfRung: Readonly<Record<BackupRung, number>> = { DAILY: 30, WEEKLY: 92, MONTHLY: 366, MANUAL: 90 };

const dayMs = 86_400_000;

/** What the ladder looks at. */
interface Rated {
  readonly createdAt: Date;
  readonly rung: BackupRung;
}

/** When its time is over, unless it is labelled or protected. */
export const endOf = ({ createdAt, rung }: Rated): Date => new Date(createdAt.getTime() + daysOfRung[rung] * dayMs);

/** Before this it is deleted by nobody, so that a mistake or a thief of a session cannot take the newest with it. */
export const protectionOf = ({ createdAt }: Pick<Rated, 'createdAt'>, days: number): Date =>
  new Date(createdAt.getTime() + days * dayMs);

/** The one that an admin asked for, or that of every backup: whichever ends later. */
export function longestProtection(
  { protectedUntil: asked, createdAt }: Pick<Ending, 'createdAt' | 'protectedUntil'>,
  days: number,
): Date {
  const least = protectionOf({ createdAt }, days);
  return asked !== null && asked > least ? asked : least;
}

interface Ending extends Rated {
  readonly label: string | null;
  readonly protectedUntil: Date | null;
}

/** Is its time over? Never that of a labelled or protected one. */
export function isOver(backup: Ending, now: Date): boolean {
  const { label, protectedUntil } = backup;
  return label === null && endOf(backup) <= now && (protectedUntil === null || protectedUntil <= now);
}

/** A backup of the past, as far as the ladder looks at it. */
export type Kept = Rated;

/**
 * The rung of a scheduled backup that begins now: MONTHLY for the first of a month, WEEKLY for the first since a Sunday began, DAILY
 * otherwise, by the calendar of the business. A month or a Sunday that was missed is made up by the next backup.
 */
export function rungAt(now: Date, earlier: readonly Kept[], timeZone: string): BackupRung {
  const day = dayOf(now, timeZone);
  const month = day.with({ day: 1 });
  const sunday = day.subtract({ days: day.dayOfWeek % 7 });
  const hasOne = (rungs: readonly BackupRung[], from: Temporal.PlainDate): boolean =>
    earlier.some(
      ({ createdAt, rung }) =>
        rungs.includes(rung) && Temporal.PlainDate.compare(dayOf(createdAt, timeZone), from) >= 0,
    );
  if (!hasOne(['MONTHLY'], month)) return 'MONTHLY';
  return hasOne(['MONTHLY', 'WEEKLY'], sunday) ? 'DAILY' : 'WEEKLY';
}

const dayOf = (instant: Date, timeZone: string): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone).toPlainDate();
