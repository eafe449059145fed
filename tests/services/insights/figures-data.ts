import { Conversation } from '../../../src/entities/messaging/conversation.entity.ts';
import { makeMessage } from '../../support/make/message.ts';
import { makeVisitor } from '../../support/make/visitor.ts';
import { Dispute } from '../../../src/entities/billing/dispute.entity.ts';
import { PaymentReversal } from '../../../src/entities/billing/payment-reversal.entity.ts';
import type { Payment } from '../../../src/entities/billing/payment.entity.ts';
import type { User } from '../../../src/entities/identity/user.entity.ts';
import { Delivery, deliveryStatuses } from '../../../src/entities/orders/delivery.entity.ts';
import { OrderEvent } from '../../../src/entities/orders/order-event.entity.ts';
import { orderStatuses, type Order } from '../../../src/entities/orders/order.entity.ts';
import { newId } from '../../../src/services/kernel/ids.ts';
import type { EntityManager } from '../../../src/services/platform/orm/orm.ts';
import { makeOrder } from '../../support/make/order.ts';
import { makePayment } from '../../support/make/payment.ts';
import { makeGuestOrder } from '../../support/make/guest-order.ts';
import { makePerson } from '../../support/make/person.ts';
import { makeRefund } from '../../support/make/refund.ts';

/** Numbers that look random and are the same on every run (Mulberry32). */
export function randomFrom(seed: number) {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  const one = <T>(values: readonly T[]): T => values[whole(0, values.length - 1)] as T;
  return { next, whole, one, isSo: (share: number): boolean => next() < share };
}
export type Random = ReturnType<typeof randomFrom>;

const day = 86_400_000;
/** Instants where a day or a month turns, in Paris and in UTC, and at both changes of the clock. */
const edges = [
  '2026-10-31T22:59:59.999Z',
  '2026-10-31T23:00:00.000Z',
  '2026-11-01T00:00:00.000Z',
  '2026-10-25T00:59:59.999Z',
  '2026-10-25T01:00:00.000Z',
  '2026-10-24T22:00:00.000Z',
  '2026-10-25T23:00:00.000Z',
  '2026-03-29T00:59:59.999Z',
  '2026-03-28T23:00:00.000Z',
  '2026-03-29T22:00:00.000Z',
  '2026-02-28T22:59:59.999Z',
  '2025-12-31T23:00:00.000Z',
].map((text) => new Date(text));

/** An instant of the last fourteen months, a third of them on an edge. */
const instantBy = (random: Random, now: Date): Date =>
  random.isSo(0.3) ? random.one(edges) : new Date(now.getTime() - random.whole(0, 430 * day));
const after = (random: Random, at: Date): Date => new Date(at.getTime() + random.whole(0, 40 * day));
const localDay = (at: Date): string => at.toISOString().slice(0, 10);

export interface People {
  readonly customers: readonly User[];
  readonly proofreaders: readonly User[];
}

/** People, orders, money and messages of a business that nobody planned. */
export function makeBusiness(
  em: EntityManager,
  random: Random,
  { now, orders }: { now: Date; orders: number },
): People {
  const customers = Array.from({ length: 12 }, () =>
    makePerson(em, {
      createdAt: instantBy(random, now),
      status: random.one(['ACTIVE', 'PENDING', 'SUSPENDED', 'ERASED']),
    }),
  );
  const proofreaders = [1, 2, 3].map(() => makePerson(em, { role: 'PROOFREADER', createdAt: instantBy(random, now) }));
  for (let i = 0; i < orders; i += 1) {
    const order = orderBy(em, random, {
      now,
      customer: random.one(customers),
      proofreader: random.one([null, ...proofreaders]),
    });
    if (order.paidAt !== null || random.isSo(0.2)) moneyOf(em, random, order);
    if (random.isSo(0.4)) guestOrderOf(em, random, { now, orderId: order.id });
    if (random.isSo(0.5)) conversationOf(em, random, { order, people: [...customers, ...proofreaders] });
  }
  return { customers, proofreaders };
}

/** A visitor who left, or whose order this has become. */
function guestOrderOf(em: EntityManager, random: Random, { now, orderId }: { now: Date; orderId: string }): void {
  makeGuestOrder(em, { createdAt: instantBy(random, now), orderId: random.one([orderId, null]) });
}

interface Placing {
  readonly now: Date;
  readonly customer: User;
  readonly proofreader: User | null;
}

function orderBy(em: EntityManager, random: Random, { now, customer, proofreader }: Placing): Order {
  const status = random.one(orderStatuses);
  const createdAt = instantBy(random, now);
  const isPaid = ['PAID', 'IN_PROGRESS', 'COMPLETED', 'SUSPENDED'].includes(status) || random.isSo(0.2);
  const paidAt = isPaid ? after(random, createdAt) : null;
  const completedAt = status === 'COMPLETED' && paidAt !== null ? after(random, paidAt) : null;
  const pages = (): number | null => (random.isSo(0.5) ? random.whole(1, 400) : null);
  const order = makeOrder(em, {
    ...{ customer, proofreader, status, createdAt, paidAt, completedAt, startedAt: paidAt },
    cancelledAt: status === 'CANCELLED' ? after(random, createdAt) : null,
    dueAt: paidAt !== null && random.isSo(0.8) ? after(random, paidAt) : null,
    ...{ declaredPages: pages(), measuredPages: pages(), verifiedPages: pages() },
    totalCents: random.whole(100, 200_000),
    estimatedCents: random.isSo(0.7) ? random.whole(100, 200_000) : null,
    finalCents: random.isSo(0.4) ? random.whole(100, 200_000) : null,
    currency: random.isSo(0.2) ? 'XOF' : 'EUR',
    revisionsLeft: random.whole(0, 2),
  });
  if (completedAt !== null && random.isSo(0.5)) em.create(OrderEvent, { order, kind: 'DELIVERY_ACCEPTED', facts: {} });
  deliveriesOf(em, random, { order, deliveredAt: createdAt });
  return order;
}

/** Deliveries of an order, some rated; enough of them that their mean is shown. */
function deliveriesOf(
  em: EntityManager,
  random: Random,
  { order, deliveredAt }: { order: Order; deliveredAt: Date },
): void {
  for (let number = 1; number <= 3; number += 1)
    em.create(Delivery, {
      ...{ order, number, deliveredAt },
      status: random.one(deliveryStatuses),
      rating: random.isSo(0.8) ? random.whole(1, 5) : null,
    });
}

/** A payment, and what may become of it. */
function moneyOf(em: EntityManager, random: Random, order: Order): void {
  const paidAt = order.paidAt ?? after(random, order.createdAt);
  const isOffline = random.isSo(0.25);
  const payment = makePayment(em, {
    payer: order.customer,
    subjectId: order.id,
    provider: isOffline ? 'OFFLINE' : random.one(['SANDBOX', 'STRIPE']),
    status: 'PAID',
    amountCents: order.totalCents,
    currency: order.currency,
    paidAt: random.isSo(0.9) ? paidAt : null,
    receivedOn: isOffline ? localDay(after(random, paidAt)) : null,
  });
  if (payment.paidAt === null) return;
  const fate = random.next();
  if (fate < 0.3) refundOf(em, random, payment);
  else if (fate < 0.4) reversalOf(em, random, payment);
  else if (fate < 0.55) disputeOf(em, random, payment);
}

function refundOf(em: EntityManager, random: Random, payment: Payment): void {
  const isManual = random.isSo(0.4);
  const at = after(random, payment.paidAt as Date);
  const status = random.one(['SUCCEEDED', 'SUCCEEDED', 'FAILED', 'PENDING'] as const);
  const amountCents = random.isSo(0.5) ? payment.amountCents : Math.ceil(payment.amountCents / 3);
  makeRefund(em, {
    ...{ payment, status, amountCents, currency: payment.currency, provider: payment.provider },
    succeededAt: status === 'SUCCEEDED' ? at : null,
    paidOn: isManual && status === 'SUCCEEDED' ? localDay(at) : null,
  });
  if (status === 'SUCCEEDED') payment.refundedCents = amountCents;
}

const reversalOf = (em: EntityManager, random: Random, payment: Payment): PaymentReversal =>
  em.create(PaymentReversal, {
    ...{ payment, amountCents: payment.amountCents, currency: payment.currency, reason: 'Chèque sans provision' },
    at: after(random, payment.paidAt as Date),
  });

const disputeOf = (em: EntityManager, random: Random, payment: Payment): Dispute =>
  em.create(Dispute, {
    ...{ payment, provider: payment.provider, providerDisputeId: newId(), reason: 'fraudulent' },
    ...{ amountCents: payment.amountCents, currency: payment.currency },
    status: random.one(['OPEN', 'WON', 'LOST', 'LOST'] as const),
    closedAt: after(random, payment.paidAt as Date),
  });

function conversationOf(
  em: EntityManager,
  random: Random,
  { order, people }: { readonly order: Order; readonly people: readonly User[] },
): void {
  const first = after(random, order.createdAt);
  const instants = Array.from({ length: random.whole(1, 4) }, (_, i) => new Date(first.getTime() + i * 60_000));
  const conversation = em.create(Conversation, {
    ...{ subject: order.title, contextType: 'ORDER', contextId: order.id },
    lastMessageAt: instants.at(-1) as Date,
  });
  const visitor = makeVisitor(em);
  for (const createdAt of instants) {
    const sender = random.one([null, ...people]);
    makeMessage(em, {
      ...{ conversation, createdAt, sender },
      // Of nobody with an account: the application’s, or a visitor’s.
      visitor: sender === null && random.isSo(0.5) ? visitor : null,
      audience: random.isSo(0.8) ? 'ALL' : 'STAFF',
      deletedAt: random.isSo(0.2) ? createdAt : null,
    });
  }
}
