import type { BookingVerb } from '../../kernel/appointments.ts';
import type { BookingStatus } from '../../../entities/scheduling/booking.entity.ts';
import { allows } from '../../kernel/states.ts';
import { bookingStates } from '../booking.states.ts';

interface Facts {
  readonly status: BookingStatus;
  readonly startsAt: Date;
  readonly rescheduleUntilMinutes: number;
  readonly reschedulesLeft: number;
}

type Rule = (facts: Facts, now: Date) => boolean;

const minutesLeft = ({ startsAt }: Facts, now: Date): number => (startsAt.getTime() - now.getTime()) / 60_000;

/** What a customer may do, each with its own condition; the rest is the artisan's or the application's. */
const rules: Readonly<Partial<Record<BookingVerb, Rule>>> = {
  confirm: ({ status }) => status === 'PENDING_PAYMENT',
  reschedule: (facts, now) =>
    facts.reschedulesLeft > 0 && minutesLeft(facts, now) >= Math.max(facts.rescheduleUntilMinutes, 0),
  cancel: (facts, now) => minutesLeft(facts, now) > 0,
};

/** What whoever booked can do with it now. */
export const customerActions = (facts: Facts, now: Date): BookingVerb[] =>
  (Object.keys(rules) as BookingVerb[]).filter(
    (verb) => allows(bookingStates, facts.status, verb) && (rules[verb] as Rule)(facts, now),
  );
