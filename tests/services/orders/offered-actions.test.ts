// @lane sqlite at first: the rules are the same on both; the two queries of money are walked under STORM=full.
/** What `availableActions` offers works; what it does not offer is refused with a typed error: every state, everybody who has a role. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Delivery } from '../../../src/entities/orders/delivery.entity.ts';
import { Dispute } from '../../../src/entities/billing/dispute.entity.ts';
import { Order } from '../../../src/entities/orders/order.entity.ts';
import { User } from '../../../src/entities/identity/user.entity.ts';
import type { TransactionContext } from '../../../src/services/platform/context.ts';
import { orderVerbs } from '../../../src/services/orders/order.states.ts';
import { isPersonal } from '../../../src/services/orders/order.policy.ts';
import { newId } from '../../../src/services/kernel/ids.ts';
import { makePayment } from '../../support/make/payment.ts';
import { orderFile, person, type Person } from './orders-fixture.ts';
import { openReview, type ReviewFixture } from './review/review-fixture.ts';

let review: ReviewFixture;
let louise: Person;
let ines: Person;
beforeAll(async () => {
  review = await openReview();
  [louise, ines] = [await person(review.env, 'PROOFREADER'), await person(review.env, 'PROOFREADER')];
});
afterAll(() => review.close());

/** An order somewhere in its life, with what its verbs are asked with. */
interface Placed {
  readonly orderId: string;
  readonly deliveryId?: string;
  readonly quote?: { readonly id: string; readonly revision: number };
}

const paid = () => ({ paidAt: review.clock.now() });
const working = () => ({ ...paid(), proofreader: louise, startedAt: review.clock.now() });

async function delivered(status: 'DELIVERED' | 'ACCEPTED', revisionsLeft: number): Promise<Placed> {
  const orderId = await review.place({ status: 'COMPLETED', ...working(), completedAt: review.clock.now() });
  const deliveryId = newId();
  await review.env.run(async ({ em, now }: TransactionContext) => {
    const order = await em.findOneOrFail(Order, { id: orderId });
    order.revisionsLeft = revisionsLeft;
    em.create(Delivery, { id: deliveryId, order, number: 1, deliveredAt: now, deliveredById: louise.id, status });
  }, null);
  return { orderId, deliveryId };
}

async function disputed(): Promise<Placed> {
  const orderId = await review.place({ status: 'SUSPENDED', suspendedFrom: 'PAID', ...paid() });
  await review.env.run(async ({ em, now }: TransactionContext) => {
    const payer = em.getReference(User, review.buyer.id);
    const payment = makePayment(em, { payer, subjectId: orderId, status: 'PAID', paidAt: now });
    const facts = {
      provider: 'SANDBOX',
      providerDisputeId: `dp_${orderId}`,
      amountCents: 35_000,
      reason: 'fraudulent',
    };
    em.create(Dispute, { payment, ...facts });
  }, null);
  return { orderId };
}

const quoted = async (onAcceptance: 'INVOICE_LATER' | 'PAY_ALL', isAccepted: boolean): Promise<Placed> => {
  const orderId = await review.place();
  const quote = await review.quoteFor(orderId, { onAcceptance });
  if (isAccepted) await review.accept(quote);
  return { orderId, ...(isAccepted ? {} : { quote }) };
};

const at = async (facts: Parameters<ReviewFixture['place']>[0]): Promise<Placed> => ({
  orderId: await review.place(facts),
});

const places: Readonly<Record<string, () => Promise<Placed>>> = {
  'not paid': () => at({}),
  'not paid, at the price of a quote': () => quoted('INVOICE_LATER', true),
  'not paid, invoiced by a quote': () => quoted('PAY_ALL', true),
  'in review, not counted yet': () => at({ status: 'AWAITING_REVIEW' }),
  'in review, more pages counted': () => at({ status: 'AWAITING_REVIEW', finalCents: 70_000 }),
  'in consultation': () => at({ status: 'AWAITING_CONSULTATION' }),
  'quoted for': () => quoted('INVOICE_LATER', false),
  paid: () => at({ status: 'PAID', ...paid() }),
  'paid and assigned': () => at({ status: 'PAID', ...paid(), proofreader: louise }),
  'in progress': async () => {
    const placed = await at({ status: 'IN_PROGRESS', ...working() });
    await orderFile(review.env, { id: placed.orderId }, { role: 'CORRECTED' });
    return placed;
  },
  suspended: () => at({ status: 'SUSPENDED', suspendedFrom: 'IN_PROGRESS', ...working() }),
  'suspended, its money claimed back': disputed,
  delivered: () => delivered('DELIVERED', 2),
  'delivered, no changes left': () => delivered('DELIVERED', 0),
  accepted: () => delivered('ACCEPTED', 2),
  cancelled: () => at({ status: 'CANCELLED' }),
};

const onlyOrder = ({ orderId }: Placed): object => ({ orderId });
const answer = ({ quote }: Placed): object => ({ quoteId: quote?.id ?? newId(), revision: quote?.revision ?? 1 });

/** The mutation of each action, as the enumeration says it, and what it is asked with. */
const asked: Readonly<Record<string, readonly [string, (placed: Placed) => object | Promise<object>]>> = {
  PAY: ['createCheckoutSession', onlyOrder],
  SUBMIT_FOR_REVIEW: ['submitOrderForReview', onlyOrder],
  REQUEST_CONSULTATION: ['requestOrderConsultation', onlyOrder],
  CLOSE_CONSULTATION: ['closeOrderConsultation', onlyOrder],
  VERIFY_PAGES: ['verifyPages', ({ orderId }) => ({ orderId, pages: 300 })],
  ACCEPT_MEASURED_PAGES: ['acceptMeasuredPages', onlyOrder],
  QUOTE: [
    'sendQuote',
    async ({ orderId }) => {
      const { id, version } = await review.write({ subject: { type: 'ORDER', id: orderId }, prices: 'GROSS' });
      return { quoteId: id, version };
    },
  ],
  ACCEPT_QUOTE: [
    'acceptQuote',
    (placed) => ({ ...answer(placed), termsVersion: 1, name: 'Hélène Noël', startBeforeWithdrawal: true }),
  ],
  REFUSE_QUOTE: ['refuseQuote', answer],
  ASSIGN: ['assignProofreader', ({ orderId }) => ({ orderId, proofreaderId: ines.id })],
  UNASSIGN: ['unassignProofreader', onlyOrder],
  DECLINE: ['declineAssignment', ({ orderId }) => ({ orderId, reason: 'Trop tard.' })],
  START: ['startOrder', onlyOrder],
  DELIVER: ['deliverOrder', onlyOrder],
  ACCEPT_DELIVERY: ['acceptDelivery', ({ deliveryId }) => ({ deliveryId: deliveryId ?? newId() })],
  REQUEST_CHANGES: ['requestChanges', ({ deliveryId }) => ({ deliveryId: deliveryId ?? newId(), text: 'Page 3.' })],
  SUSPEND: ['suspendOrder', onlyOrder],
  RESUME: ['resumeOrder', onlyOrder],
  CANCEL: ['cancelOrder', ({ orderId }) => ({ orderId, reason: 'OTHER' })],
};

/** What a refusal may be: never `INTERNAL`, and never a conflict that nobody caused. */
const typed = [
  ...['ACTION_NOT_ALLOWED', 'FORBIDDEN', 'NOT_FOUND', 'ORDER_ALREADY_PAID', 'ACCEPTANCE_REQUIRED', 'PAYMENT_DISPUTED'],
  ...['REVISIONS_USED_UP', 'REVISION_TOO_LATE', 'CORRECTED_FILE_REQUIRED'],
];

const nameOf = (verb: string): string => verb.replaceAll(/[A-Z]/g, '_$&').toUpperCase();

async function offered(who: Person, orderId: string): Promise<readonly string[]> {
  const document = 'query($id: ID!) { order(id: $id) { availableActions } }';
  const { data } = await review.env.ask(who.actor, document, { id: orderId });
  return (data['order'] as { availableActions: string[] } | null)?.availableActions ?? [];
}

async function outcome(who: Person, action: string, placed: Placed): Promise<string> {
  const [mutation, inputOf] = asked[action]!;
  const input = await inputOf(placed);
  const fields = { declineAssignment: '', createCheckoutSession: '{ url }' }[mutation] ?? '{ id }';
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const document = `mutation($input: ${type}!) { ${mutation}(input: $input) ${fields} }`;
  const { codes } = await review.env.ask(who.actor, document, { input });
  return codes[0] ?? 'accepted';
}

test('every action of a person has its mutation here', () => {
  expect(Object.keys(asked).sort()).toEqual(orderVerbs.filter(isPersonal).map(nameOf).sort());
});

describe.each(Object.keys(places))('an order that is %s', (name) => {
  test.each(['customer', 'proofreader', 'admin'] as const)(
    'offers the %s what works, and nothing else',
    async (role) => {
      const who = { customer: review.buyer, proofreader: louise, admin: { id: '', actor: review.admin } }[role];
      const placed = await places[name]!();
      const offers = await offered(who, placed.orderId);
      for (const action of Object.keys(asked).filter((one) => !offers.includes(one))) {
        const result = await outcome(who, action, placed);
        expect([action, typed.includes(result) ? 'refused' : result]).toEqual([action, 'refused']);
      }
      expect(await offered(who, placed.orderId)).toEqual(offers);
      for (const action of offers)
        expect([action, await outcome(who, action, await places[name]!())]).toEqual([action, 'accepted']);
    },
  );
});
