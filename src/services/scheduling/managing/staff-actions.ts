import type { BookingStatus } from '../../../entities/scheduling/booking.entity.ts';
import type { BookingVerb } from '../../kernel/appointments.ts';
import { availableActions } from '../../kernel/states.ts';
import { bookingStates } from '../booking.states.ts';
import { correctionMs, waitMs } from './attendance.ts';

interface Facts {
  readonly status: BookingStatus;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly holdUntil: Date | null;
  readonly attendanceAt: Date | null;
}

type Rule = (facts: Facts, now: Date) => boolean;

const isUnanswered: Rule = ({ holdUntil }, now) => holdUntil === null || holdUntil > now;
const hasBegunFor =
  (ms: number): Rule =>
  ({ startsAt }, now) =>
    startsAt.getTime() + ms <= now.getTime();

/** What an artisan may do, each with its own condition; the rest is the customer’s or the application’s. */
const rules: Readonly<Partial<Record<BookingVerb, Rule>>> = {
  approve: isUnanswered,
  decline: isUnanswered,
  reschedule: () => true,
  cancel: ({ startsAt }, now) => startsAt > now,
  complete: hasBegunFor(0),
  markNoShow: hasBegunFor(waitMs),
  correctAttendance: ({ attendanceAt, endsAt }, now) =>
    (attendanceAt ?? endsAt).getTime() + correctionMs >= now.getTime(),
};

/** What its artisan can do with a booking now. */
export const staffActions = (facts: Facts, now: Date): BookingVerb[] =>
  availableActions(bookingStates, facts.status).filter((verb) => rules[verb]?.(facts, now) ?? false);
