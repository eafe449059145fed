import { DomainError } from '../../kernel/errors.ts';
import { endOfWorkingDay } from '../deadlines/deadline.policy.ts';

const dayMs = 86_400_000;

/** How long the customer may ask for changes; after that the delivery is accepted. */
export const answerDays = 14;
/** How long before that the customer is reminded. */
const reminderDays = 3;
/** What is asked for leaves the proofreader at least so long. */
const revisionDays = 7;
/** The files of one delivery, and of one request for changes. */
export const mostFiles = 5;

const daysFrom = (instant: Date, days: number): Date => new Date(instant.getTime() + days * dayMs);

/** Until when the customer may ask for changes to what was delivered then. */
export const answerableUntil = (deliveredAt: Date): Date => daysFrom(deliveredAt, answerDays);

/** What was delivered then or before is accepted by time now. */
export const acceptedIfDeliveredBy = (now: Date): Date => daysFrom(now, -answerDays);

/** What was delivered then or before is about to be. */
export const remindedIfDeliveredBy = (now: Date): Date => daysFrom(now, reminderDays - answerDays);

export interface Revisable {
  readonly deliveredAt: Date;
  readonly revisionsLeft: number;
}

/** May changes still be asked for? Errors: `REVISION_TOO_LATE { until }`, `REVISIONS_USED_UP`. */
export function requireRevisable({ deliveredAt, revisionsLeft }: Revisable, now: Date): void {
  const until = answerableUntil(deliveredAt);
  if (now > until) throw new DomainError('REVISION_TOO_LATE', { until: until.toISOString() });
  if (revisionsLeft <= 0) throw new DomainError('REVISIONS_USED_UP');
}

interface Answered {
  readonly dueAt: Date | null;
  readonly deliveredAt: Date;
}

/**
 * When a revision is due: the time that the customer took is not the proofreader's, and a week is left at least, up to the end of a
 * working day. Null where nothing was due.
 */
export function revisionDueAt({ dueAt, deliveredAt }: Answered, now: Date, zone: string): Date | null {
  if (dueAt === null) return null;
  const moved = dueAt.getTime() + (now.getTime() - deliveredAt.getTime());
  return endOfWorkingDay(new Date(Math.max(moved, daysFrom(now, revisionDays).getTime())), zone);
}
