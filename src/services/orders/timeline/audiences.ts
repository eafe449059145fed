import { orderAudiences, type OrderAudience } from '../../../entities/orders/order-event.entity.ts';
import type { Actor } from '../../access/actor.ts';
import type { OrderAuthor } from '../../kernel/order-authors.ts';
import { roleIn, type OrderMember, type OrderParties } from '../order.policy.ts';

type Parties = Pick<OrderParties, 'customerId' | 'proofreaderId'>;

/** What each member reads of the timeline and of the notes. A program reads what the customer does. */
const read: Readonly<Record<OrderMember, readonly OrderAudience[]>> = {
  SYSTEM: orderAudiences,
  ADMIN: orderAudiences,
  READER: orderAudiences,
  PROOFREADER: ['ALL', 'STAFF'],
  CUSTOMER: ['ALL'],
  PROGRAM: ['ALL'],
};

/** Whom each member may write a note for. */
const written: Readonly<Partial<Record<OrderMember, readonly OrderAudience[]>>> = {
  ADMIN: orderAudiences,
  PROOFREADER: ['ALL', 'STAFF'],
  CUSTOMER: ['ALL'],
};

/** The audiences that an actor is of in an order; none for somebody who has no part in it. */
export function audiencesIn(actor: Actor, order: Parties): readonly OrderAudience[] {
  const role = roleIn(actor, order);
  return role === null ? [] : read[role];
}

export function mayWriteFor(actor: Actor, order: Parties, audience: OrderAudience): boolean {
  const role = roleIn(actor, order);
  return role !== null && written[role]?.includes(audience) === true;
}

export function authorIn({ customerId, proofreaderId }: Parties, personId: string | null): OrderAuthor {
  if (personId === null) return 'APPLICATION';
  if (personId === customerId) return 'CUSTOMER';
  return personId === proofreaderId ? 'PROOFREADER' : 'TEAM';
}

/** A customer learns the name of their proofreader, and of nobody else of the team. */
export const isNamed = (actor: Actor, order: Parties, by: OrderAuthor): boolean =>
  by !== 'APPLICATION' && (by !== 'TEAM' || audiencesIn(actor, order).includes('STAFF'));
