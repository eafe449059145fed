import type { TicketPause } from '../../../entities/support/ticket.entity.ts';
import { businessMsBetween } from '../../kernel/business-time.ts';
import { instantFrom, jsonFrom } from '../../platform/orm/values.ts';
import type { ReadContext } from '../../platform/context.ts';
import { businessHours } from '../sla/calendar.ts';
import { pausedMinutes } from '../sla/ticket-clock.ts';
import type { TicketRow } from './ticket-row.ts';

/** Whole minutes of business time for which the clock of the resolution stood still, up to now. */
export async function waitedMinutesOf(
  { db, now }: Pick<ReadContext, 'db' | 'now'>,
  { pauses, waitingSince }: Pick<TicketRow, 'pauses' | 'waitingSince'>,
  zone: string,
): Promise<number> {
  const hours = await businessHours(db, zone);
  const running = waitingSince === null ? 0 : businessMsBetween(hours, instantFrom(waitingSince), now) / 60_000;
  return Math.floor(pausedMinutes(hours, jsonFrom<readonly TicketPause[]>(pauses)) + running);
}
