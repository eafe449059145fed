import type { Priority } from '../notifications/notification.entity.ts';
import type { OrderStatus } from './order.entity.ts';

/** What lists of orders are sorted and sought by, derived from the columns of the row whenever it is written. */

/** The due key of an order without a due date: after every one that has one (the last instant both databases know). */
export const noDueDate = Date.parse('9999-12-31T23:59:59.999Z');

/** 0 for the most urgent, so that an index holds urgency and due date in one direction. */
const ranks: Readonly<Record<Priority, number>> = { URGENT: 0, HIGH: 1, NORMAL: 2, LOW: 3 };

/** Somebody works on it, or is about to. */
export const workingStatuses: readonly OrderStatus[] = ['PAID', 'IN_PROGRESS'];
/** The team owes an answer: first requests, and those that come back from a quote that was refused or that expired. */
export const reviewStatuses: readonly OrderStatus[] = ['AWAITING_REVIEW', 'AWAITING_CONSULTATION'];

interface Facts {
  readonly status?: OrderStatus;
  readonly proofreader?: unknown;
  readonly isLate?: boolean;
}

/**
 * Somebody of the team has to do something: answer a request, find a proofreader for a paid order, or look after a late one. A
 * refund that is owed counts too, and is asked of billing.
 */
export const needsAttention = ({ status = 'PENDING', proofreader, isLate }: Facts): boolean =>
  reviewStatuses.includes(status) ||
  (status === 'PAID' && !proofreader) ||
  (isLate === true && workingStatuses.includes(status));

export const urgencyRank = ({ priority }: { readonly priority?: Priority }): number => ranks[priority ?? 'NORMAL'];

export const dueKey = ({ dueAt }: { readonly dueAt?: Date | null }): number => dueAt?.getTime() ?? noDueDate;
