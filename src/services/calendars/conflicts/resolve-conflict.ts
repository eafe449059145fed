import { LockMode } from '@mikro-orm/core';
import {
  CalendarConflict,
  type ConflictKind,
  type ConflictResolution,
} from '../../../entities/calendars/calendar-conflict.entity.ts';
import { CalendarEventLink } from '../../../entities/calendars/calendar-event-link.entity.ts';
import { DomainError, fieldError } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import { allows, transition } from '../../kernel/states.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import { cancelBooking, loadArtisan, rescheduleBooking } from '../../scheduling/index.ts';
import { conflictStates } from '../calendar-conflict.states.ts';
import { exportBookingTask } from '../calendar-jobs.ts';

export interface ResolveConflict {
  readonly conflictId: string;
  readonly resolution: ConflictResolution;
  /** Where the booking moves; where its event is now unless said. */
  readonly startsAt?: Date | null | undefined;
}

/** What can be done: an event of somebody else is not ours to put back. */
export const resolutionsOf: Readonly<Record<ConflictKind, readonly ConflictResolution[]>> = {
  OWN_EVENT_MOVED: ['MOVE_BOOKING', 'CANCEL_BOOKING', 'RESTORE_EVENT', 'IGNORE'],
  OWN_EVENT_DELETED: ['MOVE_BOOKING', 'CANCEL_BOOKING', 'RESTORE_EVENT', 'IGNORE'],
  OVERLAP: ['MOVE_BOOKING', 'CANCEL_BOOKING', 'IGNORE'],
};

type Resolving = Parameters<typeof cancelBooking>[0] &
  Parameters<typeof rescheduleBooking>[0] &
  Pick<AppContext, 'run'>;

/**
 * The artisan decides what becomes of a booking that a calendar disagrees with. Moving and cancelling go the way of staff, with what
 * follows from it. Errors: NOT_FOUND, ACTION_NOT_ALLOWED, INPUT_INVALID, SLOT_UNAVAILABLE, TOO_LATE_TO_CANCEL.
 */
export async function resolveCalendarConflict(ctx: Resolving, input: ResolveConflict): Promise<void> {
  const { resolution } = input;
  const { bookingId, eventStartsAt } = await ctx.run(openOf, input);
  if (resolution === 'CANCEL_BOOKING') await cancelBooking(ctx, { bookingId });
  if (resolution === 'MOVE_BOOKING') {
    const startsAt = input.startsAt ?? eventStartsAt;
    if (startsAt === null) throw fieldError('input.startsAt', 'isRequired');
    await rescheduleBooking(ctx, { bookingId, startsAt });
  }
  await ctx.run(closeConflict, input);
}

type Deciding = Tx<'em' | 'actor' | 'now' | 'record' | 'enqueue'>;

async function loadConflict(tx: Tx<'em' | 'actor'>, id: string): Promise<CalendarConflict> {
  const conflict = isId(id)
    ? await tx.em.findOne(CalendarConflict, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE })
    : null;
  if (conflict === null) throw new DomainError('NOT_FOUND');
  await loadArtisan(tx, conflict.artisanId, 'calendar:manage');
  return conflict;
}

/** Where the booking of an open conflict may go by itself: to the time of its own event, not to that of somebody else's. */
async function openOf(
  tx: Tx<'em' | 'actor'>,
  { conflictId, resolution }: ResolveConflict,
): Promise<{ readonly bookingId: string; readonly eventStartsAt: Date | null }> {
  const { status, kind, booking, eventStartsAt } = await loadConflict(tx, conflictId);
  if (!allows(conflictStates, status, 'resolve') || !resolutionsOf[kind].includes(resolution))
    throw new DomainError('ACTION_NOT_ALLOWED', { action: resolution, status });
  return { bookingId: booking.id, eventStartsAt: kind === 'OWN_EVENT_MOVED' ? eventStartsAt : null };
}

async function closeConflict(tx: Deciding, { conflictId, resolution }: ResolveConflict): Promise<void> {
  const conflict = await loadConflict(tx, conflictId);
  const { artisanId, kind, booking, calendar } = conflict;
  // What was done may have closed it already: what was decided is kept all the same.
  if (allows(conflictStates, conflict.status, 'resolve')) transition(conflictStates, conflict, 'resolve');
  Object.assign(conflict, { resolution, closedAt: tx.now });
  tx.record({
    ...{ action: 'CALENDAR_CONFLICT_RESOLVED', targetType: 'calendar', targetId: conflictId },
    payload: { artisanId, bookingId: booking.id, kind, resolution },
  });
  if (resolution !== 'RESTORE_EVENT') return;
  const link = await tx.em.findOne(CalendarEventLink, { booking: booking.id, calendar: calendar.id });
  if (link === null) return;
  Object.assign(link, { state: link.state === 'LOST' ? 'REMOVED' : 'PENDING', writtenSequence: null });
  tx.enqueue(exportBookingTask, { bookingId: booking.id });
}
