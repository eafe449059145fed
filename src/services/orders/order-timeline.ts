import { OrderEvent, type OrderAudience, type OrderEventKind } from '../../entities/orders/order-event.entity.ts';
import type { Order } from '../../entities/orders/order.entity.ts';
import { idOf } from '../access/actor.ts';
import type { Tx } from '../platform/context.ts';
import type { OrderVerb } from './order.states.ts';

export interface OrderStep {
  readonly kind: OrderEventKind;
  /** Figures and identifiers; never words of a person. */
  readonly facts?: Readonly<Record<string, string | number | boolean | null>>;
  /** ALL unless said. */
  readonly visibleTo?: OrderAudience;
}

/** The step of the timeline that each verb is. */
export const stepOf: Readonly<Record<OrderVerb, OrderEventKind>> = {
  pay: 'PAID',
  submitForReview: 'SUBMITTED_FOR_REVIEW',
  requestConsultation: 'CONSULTATION_REQUESTED',
  closeConsultation: 'CONSULTATION_CLOSED',
  verifyPages: 'PAGES_VERIFIED',
  acceptMeasuredPages: 'PAGES_ACCEPTED',
  quote: 'QUOTED',
  acceptQuote: 'QUOTE_ACCEPTED',
  refuseQuote: 'QUOTE_REFUSED',
  assign: 'ASSIGNED',
  unassign: 'UNASSIGNED',
  decline: 'DECLINED',
  start: 'STARTED',
  deliver: 'DELIVERED',
  acceptDelivery: 'DELIVERY_ACCEPTED',
  requestChanges: 'CHANGES_REQUESTED',
  suspend: 'SUSPENDED',
  resume: 'RESUMED',
  cancel: 'CANCELLED',
  expireQuote: 'QUOTE_EXPIRED',
  expire: 'CANCELLED',
};

/** Adds a step to the timeline of an order, by the person who acts. */
export function recordStep(tx: Tx<'em' | 'actor' | 'now'>, order: Order, step: OrderStep): void {
  tx.em.create(OrderEvent, {
    order,
    kind: step.kind,
    actorId: idOf(tx.actor),
    facts: step.facts ?? {},
    visibleTo: step.visibleTo ?? 'ALL',
  });
  order.lastActivityAt = tx.now;
}
