import type { OrderStatus } from '../../entities/orders/order.entity.ts';
import type { StateTable } from '../kernel/states.ts';

/** What can be done to an order. Each has its use case and its permission; the last two are the application's own. */
export const orderVerbs = [
  'pay',
  'submitForReview',
  'requestConsultation',
  'closeConsultation',
  'verifyPages',
  'acceptMeasuredPages',
  'quote',
  'acceptQuote',
  'refuseQuote',
  'assign',
  'unassign',
  'decline',
  'start',
  'deliver',
  'acceptDelivery',
  'requestChanges',
  'suspend',
  'resume',
  'cancel',
  'expireQuote',
  'expire',
] as const;
export type OrderVerb = (typeof orderVerbs)[number];

type OrderStates = StateTable<OrderStatus, OrderVerb>;

/**
 * The life of an order: its price is agreed (declared, verified or quoted), it is paid, a proofreader starts and
 * delivers, and the customer accepts or asks for changes. Verbs that lead to the state they start from are listed
 * where they are possible.
 */
export const orderStates: OrderStates = {
  PENDING: {
    pay: 'PAID',
    submitForReview: 'AWAITING_REVIEW',
    requestConsultation: 'AWAITING_CONSULTATION',
    quote: 'QUOTE_SENT',
    cancel: 'CANCELLED',
    expire: 'CANCELLED',
  },
  AWAITING_REVIEW: {
    verifyPages: 'PENDING',
    acceptMeasuredPages: 'PENDING',
    requestConsultation: 'AWAITING_CONSULTATION',
    quote: 'QUOTE_SENT',
    cancel: 'CANCELLED',
  },
  AWAITING_CONSULTATION: { closeConsultation: 'AWAITING_REVIEW', quote: 'QUOTE_SENT', cancel: 'CANCELLED' },
  QUOTE_SENT: {
    acceptQuote: 'PENDING',
    refuseQuote: 'AWAITING_REVIEW',
    quote: 'QUOTE_SENT',
    expireQuote: 'AWAITING_REVIEW',
    cancel: 'CANCELLED',
  },
  PAID: {
    assign: 'PAID',
    unassign: 'PAID',
    decline: 'PAID',
    start: 'IN_PROGRESS',
    suspend: 'SUSPENDED',
    cancel: 'CANCELLED',
  },
  IN_PROGRESS: { assign: 'IN_PROGRESS', deliver: 'COMPLETED', suspend: 'SUSPENDED', cancel: 'CANCELLED' },
  COMPLETED: { acceptDelivery: 'COMPLETED', requestChanges: 'IN_PROGRESS' },
  CANCELLED: {},
  SUSPENDED: { resume: 'PAID', cancel: 'CANCELLED' },
};

/** The work is over: delivered (the customer may ask for changes for a time) or given up. */
export const finalOrderStatuses: readonly OrderStatus[] = ['COMPLETED', 'CANCELLED'];

/** The table as one order lives it: a suspended one resumes where it was suspended from. */
export const statesOf = ({ suspendedFrom }: { readonly suspendedFrom: OrderStatus | null }): OrderStates =>
  suspendedFrom === null
    ? orderStates
    : { ...orderStates, SUSPENDED: { ...orderStates.SUSPENDED, resume: suspendedFrom } };
