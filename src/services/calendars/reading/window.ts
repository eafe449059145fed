import type { CalendarWindow } from '../../adapters/calendars/port.ts';
import type { Db } from '../../platform/context.ts';

const leastDays = 30;

interface WhoseWindow {
  readonly artisanId: string;
  readonly timeZone: string;
  readonly now: Date;
}

/** What is read of a calendar: from yesterday to a day after the longest horizon of what the artisan offers, 30 days at least. */
export async function windowOf(db: Db, { artisanId, timeZone, now }: WhoseWindow): Promise<CalendarWindow> {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone).startOfDay();
  const days = Math.max(leastDays, await longestHorizon(db, artisanId));
  const instant = (at: Temporal.ZonedDateTime): Date => new Date(at.epochMilliseconds);
  return { from: instant(today.subtract({ days: 1 })), to: instant(today.add({ days: days + 2 })) };
}

/** In days; working days at their worst, with the holidays between them. */
async function longestHorizon(db: Db, artisanId: string): Promise<number> {
  const rows = await db
    .selectFrom('offering')
    .innerJoin('offering_artisan', 'offering_artisan.offering_id', 'offering.id')
    .select(['offering.horizon_days as days', 'offering.horizon_working_days as workingDays'])
    .where('offering_artisan.artisan_id', '=', artisanId)
    .where('offering.status', '=', 'ACTIVE')
    .execute();
  return rows.reduce((most, { days, workingDays }) => Math.max(most, days ?? 0, calendarDays(workingDays ?? 0)), 0);
}

const calendarDays = (workingDays: number): number => (workingDays === 0 ? 0 : Math.ceil(workingDays * 1.5) + 7);
