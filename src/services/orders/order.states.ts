import type { OrderStatus } from '../../entities/orders/order.entity.ts';
import { finalStates, type StateTable } from '../kernel/states.ts';

/** What can be done to an order. Each has its use case, its mutation, its permission and its event. */
export const orderVerbs = ['pay', 'assign', 'start', 'deliver', 'suspend', 'resume', 'cancel'] as const;
export type OrderVerb = (typeof orderVerbs)[number];

type OrderStates = StateTable<OrderStatus, OrderVerb>;

/**
 * The life of an order: it waits for its payment, then for a proofreader, who starts and delivers. Assigning moves
 * nothing: it is listed where it is possible. States without verbs end a life, or wait for a use case of their own.
 */
export const orderStates: OrderStates = {
  PENDING: { pay: 'PAID', cancel: 'CANCELLED' },
  AWAITING_REVIEW: {},
  AWAITING_CONSULTATION: {},
  QUOTE_SENT: {},
  PAID: { assign: 'PAID', start: 'IN_PROGRESS', suspend: 'SUSPENDED' },
  IN_PROGRESS: { assign: 'IN_PROGRESS', deliver: 'COMPLETED', suspend: 'SUSPENDED' },
  COMPLETED: {},
  CANCELLED: {},
  SUSPENDED: { resume: 'PAID' },
};

/** No order is ever in these yet: reviews, consultations and quotes have no use case so far. */
export const unreachedStatuses: readonly OrderStatus[] = ['AWAITING_REVIEW', 'AWAITING_CONSULTATION', 'QUOTE_SENT'];

/** Nothing more is done about an order in these. */
export const finalOrderStatuses: readonly OrderStatus[] = finalStates(orderStates).filter(
  (status) => !unreachedStatuses.includes(status),
);

/** The table as one order lives it: a suspended one resumes where it was suspended from. */
export const statesOf = ({ suspendedFrom }: { readonly suspendedFrom: OrderStatus | null }): OrderStates =>
  suspendedFrom === null ? orderStates : { ...orderStates, SUSPENDED: { resume: suspendedFrom } };
