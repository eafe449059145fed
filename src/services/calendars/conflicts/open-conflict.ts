import type { FilterQuery } from '@mikro-orm/core';
import { CalendarConflict, type ConflictKind } from '../../../entities/calendars/calendar-conflict.entity.ts';
import { ConnectedCalendar } from '../../../entities/calendars/connected-calendar.entity.ts';
import { Booking } from '../../../entities/scheduling/booking.entity.ts';
import { transition } from '../../kernel/states.ts';
import type { Tx } from '../../platform/context.ts';
import { conflictStates } from '../calendar-conflict.states.ts';
import { calendarConflict } from '../events.ts';

/** A booking and a calendar that disagree. */
export interface Cause {
  readonly artisanId: string;
  readonly bookingId: string;
  readonly calendarId: string;
  readonly kind: ConflictKind;
  readonly causeHash: string;
  /** Where the event is now; null when it was deleted. */
  readonly eventStartsAt: Date | null;
  readonly eventEndsAt: Date | null;
}

export type ConflictTx = Tx<'em' | 'now' | 'emit'>;

/** Opens a conflict, once for its cause: what was decided stays decided, what had gone and is back is open again. */
export async function openConflict(tx: ConflictTx, cause: Cause): Promise<void> {
  const { artisanId, bookingId, calendarId, kind, causeHash, ...event } = cause;
  const known = await tx.em.findOne(CalendarConflict, { booking: bookingId, calendar: calendarId, kind, causeHash });
  if (known !== null && known.status !== 'GONE') return;
  const conflict =
    known ??
    tx.em.create(CalendarConflict, {
      ...{ artisanId, kind, causeHash, ...event, status: 'OPEN' },
      booking: tx.em.getReference(Booking, bookingId),
      calendar: tx.em.getReference(ConnectedCalendar, calendarId),
    });
  if (known !== null) {
    transition(conflictStates, known, 'return');
    Object.assign(known, { ...event, closedAt: null });
  }
  await tx.em.flush();
  tx.emit(calendarConflict, { conflictId: conflict.id, bookingId, artisanId });
}

/** Their cause went: nothing is left to decide. */
export async function vanishConflicts(tx: ConflictTx, where: FilterQuery<CalendarConflict>): Promise<void> {
  for (const conflict of await tx.em.find(CalendarConflict, { $and: [{ status: 'OPEN' }, where] }))
    vanish(tx, conflict);
}

export function vanish({ now }: ConflictTx, conflict: CalendarConflict): void {
  transition(conflictStates, conflict, 'vanish');
  conflict.closedAt = now;
}
