import { CalendarConflict } from '../../../entities/calendars/calendar-conflict.entity.ts';
import { fingerprint } from '../../kernel/ids.ts';
import { yieldToEventLoop } from '../../kernel/yield-to-event-loop.ts';
import { instantFrom, writing } from '../../platform/orm/values.ts';
import { openConflict, vanish, type Cause, type ConflictTx } from './open-conflict.ts';

/** Of one calendar, or of one booking. */
export interface WhichOverlaps {
  readonly artisanId: string;
  readonly calendarId?: string;
  readonly bookingId?: string;
}

/** Confirmed bookings to come on which an event outside lies are conflicts; those on which it lies no longer are none any more. */
export async function reviewOverlaps(tx: ConflictTx, which: WhichOverlaps): Promise<void> {
  const found = new Map((await overlapsOf(tx, which)).map((cause) => [keyOf(cause), cause]));
  const { calendarId, bookingId } = which;
  const open = await tx.em.find(CalendarConflict, {
    ...{ artisanId: which.artisanId, status: 'OPEN', kind: 'OVERLAP' },
    ...(calendarId === undefined ? {} : { calendar: calendarId }),
    ...(bookingId === undefined ? {} : { booking: bookingId }),
  });
  for (const conflict of open) {
    const key = `${conflict.booking.id}:${conflict.calendar.id}:${conflict.causeHash}`;
    if (!found.delete(key)) vanish(tx, conflict);
  }
  for (const cause of found.values()) await openConflict(tx, cause);
}

const keyOf = ({ bookingId, calendarId, causeHash }: Cause): string => `${bookingId}:${calendarId}:${causeHash}`;

interface BookedTime {
  readonly id: string;
  readonly sequence: number;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

async function overlapsOf(tx: ConflictTx, which: WhichOverlaps): Promise<Cause[]> {
  const booked = await bookedTimes(tx, which);
  const last = booked.at(-1);
  if (last === undefined) return [];
  const causes: Cause[] = [];
  for (const [index, block] of (await blocksBefore(tx, which, last.endsAt)).entries()) {
    if (index % 500 === 499) await yieldToEventLoop();
    const [startsAt, endsAt] = [instantFrom(block.starts_at), instantFrom(block.ends_at)];
    for (const booking of meeting(booked, startsAt, endsAt))
      causes.push({
        ...{ artisanId: which.artisanId, bookingId: booking.id, calendarId: block.calendar_id, kind: 'OVERLAP' },
        causeHash: fingerprint(`${block.event_hash}:${block.occurrence}:${booking.sequence}`),
        ...{ eventStartsAt: startsAt, eventEndsAt: endsAt },
      });
  }
  return causes;
}

/** In order; an artisan's bookings do not overlap one another. */
async function bookedTimes({ em, now }: ConflictTx, { artisanId, bookingId }: WhichOverlaps): Promise<BookedTime[]> {
  const all = writing(em)
    .db.selectFrom('booking')
    .select(['id', 'sequence', 'starts_at', 'ends_at'])
    .where('artisan_id', '=', artisanId)
    .where('status', '=', 'CONFIRMED')
    .where('starts_at', '>', new Date(now.getTime() - longestMs))
    .where('ends_at', '>', now)
    .orderBy('starts_at');
  const rows = await (bookingId === undefined ? all : all.where('id', '=', bookingId)).execute();
  return rows.map(({ id, sequence, starts_at, ends_at }) => ({
    ...{ id, sequence, startsAt: instantFrom(starts_at), endsAt: instantFrom(ends_at) },
  }));
}

/** No appointment lasts longer. */
const longestMs = 24 * 3_600_000;

function blocksBefore({ em, now }: ConflictTx, { artisanId, calendarId }: WhichOverlaps, before: Date) {
  const all = writing(em)
    .db.selectFrom('busy_block')
    .select(['calendar_id', 'event_hash', 'occurrence', 'starts_at', 'ends_at'])
    .where('artisan_id', '=', artisanId)
    .where('starts_at', '<', before)
    .where('ends_at', '>', now);
  return (calendarId === undefined ? all : all.where('calendar_id', '=', calendarId)).execute();
}

function* meeting(booked: readonly BookedTime[], from: Date, to: Date): Generator<BookedTime> {
  let low = 0;
  for (let high = booked.length; low < high;) {
    const middle = (low + high) >> 1;
    const at = booked[middle];
    if (at !== undefined && at.endsAt <= from) low = middle + 1;
    else high = middle;
  }
  for (let at = booked[low]; at !== undefined && at.startsAt < to; at = booked[(low += 1)]) yield at;
}
