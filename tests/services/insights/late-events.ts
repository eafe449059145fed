import { sql } from 'kysely';
import { Conversation } from '../../../src/entities/messaging/conversation.entity.ts';
import { Message } from '../../../src/entities/messaging/message.entity.ts';
import { Dispute } from '../../../src/entities/billing/dispute.entity.ts';
import { Payment } from '../../../src/entities/billing/payment.entity.ts';
import { PaymentReversal } from '../../../src/entities/billing/payment-reversal.entity.ts';
import { User } from '../../../src/entities/identity/user.entity.ts';
import type { Tables } from '../../../src/entities/index.ts';
import { newId } from '../../../src/services/kernel/ids.ts';
import type { Db } from '../../../src/services/platform/context.ts';
import type { EntityManager } from '../../../src/services/platform/orm/orm.ts';
import { makeInvoice } from '../../support/make/invoice.ts';
import { makeOrder } from '../../support/make/order.ts';
import { makePayment } from '../../support/make/payment.ts';
import { makePerson } from '../../support/make/person.ts';
import { makeRefund } from '../../support/make/refund.ts';

const on = (day: string, time = '10:00'): Date => new Date(`${day}T${time}:00.000Z`);

const names = ['customer', 'staff', 'order', 'cancelled', 'payment', 'cheque', 'orphan', 'refund', 'dispute'] as const;
const others = [
  'extra',
  'visitor',
  'author',
  'talk',
  'question',
  'answer',
  'chat',
  'invoice',
  'old',
  'reversal',
] as const;
type Name = (typeof names)[number] | (typeof others)[number];

/** Ids of rows that were there before the days were kept. */
const known = Object.fromEntries([...names, ...others].map((name) => [name, newId()])) as Record<Name, string>;

export function makeKnown(em: EntityManager): void {
  const customer = makePerson(em, { id: known.customer, createdAt: on('2026-02-02') });
  const staff = makePerson(em, { id: known.staff, role: 'PROOFREADER', createdAt: on('2026-02-03') });
  const order = makeOrder(em, {
    ...{ id: known.order, customer, proofreader: staff, status: 'COMPLETED', declaredPages: 40 },
    ...{
      createdAt: on('2026-03-02'),
      paidAt: on('2026-03-04'),
      completedAt: on('2026-03-20'),
      dueAt: on('2026-03-18'),
    },
  });
  makeOrder(em, {
    ...{ id: known.cancelled, customer, status: 'CANCELLED' },
    ...{ createdAt: on('2026-04-01'), paidAt: on('2026-04-02'), cancelledAt: on('2026-04-03') },
  });
  const paid = { payer: customer, status: 'PAID', subjectId: order.id } as const;
  const payment = makePayment(em, { ...paid, id: known.payment, paidAt: on('2026-03-04') });
  makePayment(em, {
    ...paid,
    id: known.cheque,
    provider: 'OFFLINE',
    paidAt: on('2026-03-06'),
    receivedOn: '2026-03-05',
  });
  makePayment(em, { ...paid, id: known.extra, paidAt: on('2026-03-12') });
  const refund = { payment, amountCents: 1_000, currency: 'EUR', provider: 'SANDBOX' } as const;
  makeRefund(em, { ...refund, id: known.refund, status: 'SUCCEEDED', succeededAt: on('2026-03-25') });
  em.create(Dispute, {
    ...{ id: known.dispute, payment, provider: 'SANDBOX', providerDisputeId: newId(), reason: 'fraudulent' },
    ...{ amountCents: 2_000, currency: 'EUR', status: 'LOST', closedAt: on('2026-03-27') },
  });
  // Of an invoice that comes later, for an order that was cancelled.
  makePayment(em, { ...paid, id: known.orphan, subjectType: 'INVOICE', subjectId: newId(), paidAt: on('2026-04-05') });
  // Of an invoice for it that is older than invoices are kept.
  const issuedAt = on('2010-01-04');
  makeInvoice(em, { id: known.old, subjectId: known.cancelled, buyer: customer, series: 'FACT-2010', issuedAt });
  makePayment(em, { ...paid, subjectType: 'INVOICE', subjectId: known.old, paidAt: on('2026-04-07') });
  makeTalks(em, customer, staff);
}

function makeTalks(em: EntityManager, customer: User, staff: User): void {
  makePerson(em, { id: known.visitor, createdAt: on('2026-02-04') });
  const author = makePerson(em, { id: known.author, createdAt: on('2026-02-05') });
  const about = { subject: 'Une question', contextType: 'ORDER' } as const;
  const talk = em.create(Conversation, {
    ...{ ...about, id: known.talk, contextId: newId(), lastMessageAt: on('2026-11-20') },
  });
  const chat = em.create(Conversation, {
    ...{ ...about, id: known.chat, contextId: newId(), lastMessageAt: on('2026-11-13') },
  });
  const say = (id: string, conversation: Conversation, sender: User, createdAt: Date) =>
    em.create(Message, { id, conversation, sender, createdAt, content: 'Bonjour' });
  say(known.question, talk, customer, on('2026-11-17', '09:00'));
  say(known.answer, talk, staff, on('2026-11-18'));
  say(newId(), talk, customer, on('2026-11-20'));
  say(newId(), chat, author, on('2026-11-09'));
  say(newId(), chat, staff, on('2026-11-10'));
  say(newId(), chat, customer, on('2026-11-11'));
}

type Late = (db: Db, em: EntityManager) => Promise<unknown>;

const change =
  (table: keyof Tables, id: Name, values: Record<string, unknown>): Late =>
  (db) =>
    db
      .updateTable(table as 'user')
      .set(values as never)
      .where('id' as never, '=', known[id] as never)
      .execute();
const remove =
  (table: keyof Tables, id: Name): Late =>
  (db) =>
    db
      .deleteFrom(table as 'user')
      .where('id' as never, '=', known[id] as never)
      .execute();

const say =
  (sender: 'customer' | 'staff', at: Date): Late =>
  (_db, em) => {
    em.create(Message, {
      ...{ conversation: em.getReference(Conversation, known.talk), content: 'Bonjour', createdAt: at },
      sender: known[sender],
    });
    return em.flush();
  };

/** What happens to days that are long over, one after another: each by a trigger of its own. */
export const lateEvents: Readonly<Record<string, Late>> = {
  'pages of a delivered order are corrected': change('customer_order', 'order', { verified_pages: 44 }),
  'a price is fixed afterwards': change('customer_order', 'order', { final_cents: 12_345 }),
  'a delivery is moved to another day': change('customer_order', 'order', { completed_at: on('2026-03-21') }),
  'an order is opened again, and was due long ago': change('customer_order', 'order', { status: 'IN_PROGRESS' }),
  'its due date is moved': change('customer_order', 'order', {
    due_at: on('2026-05-18'),
    due_key: on('2026-05-18').getTime(),
  }),
  'nobody works on it any more': change('customer_order', 'order', { status: 'PAID', proofreader_id: null }),
  'it is cancelled, and its money leaves the months in which it came': change('customer_order', 'order', {
    ...{ status: 'CANCELLED', cancelled_at: on('2026-11-02') },
  }),
  'the cancellation is taken back': change('customer_order', 'order', { status: 'COMPLETED', cancelled_at: null }),
  'a payment was of another amount': change('payment', 'payment', { amount_cents: 36_000 }),
  'a payment came on another day': change('payment', 'payment', { received_on: '2026-03-03' }),
  'a payment was for a cancelled order': change('payment', 'payment', { subject_id: known.cancelled }),
  'a payment was for this order': change('payment', 'payment', { subject_id: known.order }),
  'an invoice says that a payment was for a cancelled order': async (db, em) => {
    await change('payment', 'orphan', { subject_id: known.invoice })(db, em);
    await db.deleteFrom('figure_change').execute();
    const buyer = em.getReference(User, known.customer);
    makeInvoice(em, { id: known.invoice, subjectId: known.cancelled, buyer, issuedAt: on('2026-04-04') });
    await em.flush();
  },
  'an old invoice is forgotten, and nothing says any more that its payment was for a cancelled order': remove(
    'invoice',
    'old',
  ),
  'a payment is noted late': (_db, em) => {
    const payer = em.getReference(User, known.customer);
    makePayment(em, { payer, subjectId: known.order, status: 'PAID', paidAt: on('2026-03-09') });
    return em.flush();
  },
  'a payment is forgotten': remove('payment', 'extra'),
  'a refund comes late': (_db, em) => {
    const payment = em.getReference(Payment, known.payment);
    const succeededAt = on('2026-11-27');
    makeRefund(em, {
      payment,
      amountCents: 500,
      currency: 'EUR',
      provider: 'SANDBOX',
      status: 'SUCCEEDED',
      succeededAt,
    });
    return em.flush();
  },
  'a refund failed after all': change('refund', 'refund', { status: 'FAILED' }),
  'it did not fail': change('refund', 'refund', { status: 'SUCCEEDED' }),
  'a refund is forgotten': remove('refund', 'refund'),
  'a dispute is won after all': change('dispute', 'dispute', { status: 'WON' }),
  'a dispute is lost after all': change('dispute', 'dispute', { status: 'LOST' }),
  'a dispute is forgotten': remove('dispute', 'dispute'),
  'a dispute that was lost is noted late': (_db, em) => {
    const facts = { provider: 'SANDBOX', providerDisputeId: newId(), reason: 'fraudulent', status: 'LOST' } as const;
    const payment = em.getReference(Payment, known.payment);
    em.create(Dispute, { ...facts, payment, amountCents: 300, currency: 'EUR', closedAt: on('2026-03-30') });
    return em.flush();
  },
  'a cheque bounced': (_db, em) => {
    const payment = em.getReference(Payment, known.cheque);
    const facts = { payment, amountCents: 35_000, currency: 'EUR', reason: 'Chèque sans provision' } as const;
    em.create(PaymentReversal, { ...facts, at: on('2026-03-29') });
    return em.flush();
  },
  'another bounced so long ago that it need not be kept': (_db, em) => {
    const payment = em.getReference(Payment, known.orphan);
    const facts = { payment, amountCents: 35_000, currency: 'EUR', reason: 'Chèque sans provision' } as const;
    em.create(PaymentReversal, { ...facts, id: known.reversal, at: on('2012-03-29') });
    return em.flush();
  },
  'that is forgotten': remove('payment_reversal', 'reversal'),
  'an account was made earlier': change('user', 'customer', { created_at: on('2026-01-02') }),
  'an account is made with an old date': (_db, em) => {
    makePerson(em, { createdAt: on('2026-01-05') });
    return em.flush();
  },
  'an account is forgotten': remove('user', 'visitor'),
  'the question is deleted': change('message', 'question', { deleted_at: on('2026-11-30') }),
  'it is not': change('message', 'question', { deleted_at: null }),
  'the answer is forgotten': remove('message', 'answer'),
  'somebody answered before': say('staff', on('2026-11-17', '15:00')),
  'somebody asked before': say('customer', on('2026-11-16', '15:00')),
  'somebody is forgotten with what they wrote': remove('user', 'author'),
  'a conversation is forgotten with its messages': remove('conversation', 'chat'),
  'the last message was another day’s': change('conversation', 'talk', { last_message_at: on('2026-11-21') }),
  'a customer becomes a proofreader': change('user', 'customer', { role: 'PROOFREADER' }),
  'a proofreader becomes a customer': change('user', 'staff', { role: 'CUSTOMER' }),
  'an order is noted late': (_db, em) => {
    const customer = em.getReference(User, known.customer);
    makeOrder(em, { customer, status: 'PAID', createdAt: on('2026-03-11'), paidAt: on('2026-03-13') });
    return em.flush();
  },
  'an order is forgotten': remove('customer_order', 'order'),
  'a cancelled order is forgotten': remove('customer_order', 'cancelled'),
};

/** Days that are waiting to be computed again. */
export const changesWaiting = async (db: Db): Promise<number> => {
  const { rows } = await sql<{ n: unknown }>`select count(*) as n from figure_change`.execute(db);
  return Number(rows[0]?.n);
};
