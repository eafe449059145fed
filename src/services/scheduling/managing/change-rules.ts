import type { Booking } from '../../../entities/scheduling/booking.entity.ts';
import { DomainError } from '../../kernel/errors.ts';
import { allows } from '../../kernel/states.ts';
import { bookingStates } from '../booking.states.ts';

type Rules = Pick<Booking, 'status' | 'startsAt' | 'rescheduleUntilMinutes' | 'rescheduleCount' | 'maxReschedules'>;

/** Refuses what is over by its state first, then what has begun. */
export function requireCancellable({ status, startsAt }: Pick<Booking, 'status' | 'startsAt'>, now: Date): void {
  if (!allows(bookingStates, status, 'cancel'))
    throw new DomainError('ACTION_NOT_ALLOWED', { action: 'cancel', status });
  if (startsAt <= now) throw new DomainError('TOO_LATE_TO_CANCEL');
}

/** Refuses a booking whose state does not let it move, whoever asks. */
export function requireConfirmed({ status }: Pick<Booking, 'status'>): void {
  if (!allows(bookingStates, status, 'reschedule'))
    throw new DomainError('ACTION_NOT_ALLOWED', { action: 'reschedule', status });
}

/** What binds a customer: how long before the start, as it was agreed, and how often. */
export function requireMovable(booking: Rules, now: Date): void {
  requireConfirmed(booking);
  const minutesLeft = (booking.startsAt.getTime() - now.getTime()) / 60_000;
  if (minutesLeft <= 0 || minutesLeft < booking.rescheduleUntilMinutes) throw new DomainError('TOO_LATE_TO_RESCHEDULE');
  if (booking.rescheduleCount >= booking.maxReschedules)
    throw new DomainError('RESCHEDULE_LIMIT', { limit: booking.maxReschedules });
}
