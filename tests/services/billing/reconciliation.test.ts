import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { paymentProviders, PaymentFailure, type ProviderEvent } from '../../../src/services/adapters/payments/port.ts';
import { defineKind, type ReconciledKind } from '../../../src/services/billing/reconciliation/kind.ts';
import { reconcile, type Reconcile } from '../../../src/services/billing/reconciliation/reconcile.ts';
import { takeReconciliation } from '../../../src/services/billing/reconciliation/lease.ts';
import { reconciledDisputes } from '../../../src/services/billing/reconciliation/reconciled-disputes.ts';
import { reconciledEvents } from '../../../src/services/billing/reconciliation/reconciled-events.ts';
import { reconciledPayments } from '../../../src/services/billing/reconciliation/reconciled-payments.ts';
import { reconciledRefunds } from '../../../src/services/billing/reconciliation/reconciled-refunds.ts';
import { alertDifferences } from '../../../src/services/billing/tasks/alert-differences.ts';
import { reconcileInTurns } from '../../../src/services/billing/tasks/reconcile.ts';
import { RetryLater } from '../../../src/services/platform/jobs/index.ts';
import type { Tx } from '../../../src/services/platform/context.ts';
import { HOUR, MINUTE } from '../../support/clock.ts';
import { makePerson } from '../../support/make/person.ts';
import { billables, createBillingWorld, idOf, type BillingWorld } from './billing-world.ts';

let world: BillingWorld;
beforeEach(async () => {
  world = await createBillingWorld();
});
afterEach(() => world.close());

type Port = BillingWorld['payments'];
const around = (port: Port = world.payments) => ({
  db: world.db,
  run: world.run,
  payments: paymentProviders(port),
  now: world.clock.now(),
  log: world.logs.log,
  billables,
});
const look = (changes: Partial<Reconcile> = {}, port?: Port) =>
  reconcile(around(port), { days: 4, isTurnOver: () => false, ...changes });
const sale = async () => {
  const customerId = await world.addCustomer();
  const orderId = await world.addOrder(customerId);
  return { orderId, ...(await world.open(customerId, orderId)) };
};
const paid = async () => {
  const sold = await sale();
  await world.processEvent(await world.payments.simulator.pay(sold.sessionId));
  return sold;
};
const reports = () => world.db.selectFrom('reconciliation').selectAll().orderBy('id').execute();
const differences = async () =>
  (
    await world.db
      .selectFrom('reconciliation_difference')
      .select(['kind', 'type', 'about', 'payment_id', 'ours', 'theirs', 'is_mended'])
      .orderBy('id')
      .execute()
  ).map(({ is_mended, payment_id, ...row }) => ({ ...row, paymentId: payment_id, isMended: Boolean(is_mended) }));

test('what a process mended that died before it could mark it is marked by the next one', async () => {
  const { sessionId } = await sale();
  await world.payments.simulator.pay(sessionId);
  let isDead = false;
  const run: typeof world.run = (useCase, input) =>
    isDead ? Promise.reject(new Error('dead')) : world.run(useCase, input);
  const dying: ReconciledKind = {
    ...reconciledPayments,
    async mend(ctx, touched, found) {
      await reconciledPayments.mend(ctx, touched, found);
      isDead = true;
    },
  };
  const context = { ...around(), run };
  await expect(reconcile(context, { days: 4, isTurnOver: () => false, kinds: [dying] })).rejects.toThrow('dead');
  expect(await differences()).toMatchObject([{ isMended: false }]);
  world.clock.advance(HOUR);
  expect(await look({ kinds: [reconciledPayments] })).toMatchObject({ differences: 1, mended: 1 });
  expect(await differences()).toMatchObject([{ isMended: true }]);
});

describe('payments', () => {
  test('books that agree give a report without differences', async () => {
    await paid();
    await sale();
    world.clock.advance(HOUR);
    expect(await look()).toMatchObject({ unread: 0, differences: 0, mended: 0 });
    expect(await reports()).toMatchObject([{ status: 'COMPLETE', running_as: null, differences: 0 }]);
    expect(await differences()).toEqual([]);
  });

  test('one that was paid without an event is another state, mended by reading again', async () => {
    const { paymentId, sessionId, orderId } = await sale();
    await world.payments.simulator.pay(sessionId);
    expect(await look({ kinds: [reconciledPayments] })).toMatchObject({ differences: 1, mended: 1 });
    expect(await differences()).toEqual([
      { kind: 'PAYMENT', type: 'STATE', about: sessionId, paymentId, ours: 'PENDING', theirs: 'PAID', isMended: true },
    ]);
    expect(await world.orderStatus(orderId)).toBe('PAID');
  });

  test('another amount, and one that the provider does not know, are reported and stay as they are', async () => {
    const [cheap, gone] = [await paid(), await paid()];
    const { checkout } = world.payments;
    const port: Port = {
      ...world.payments,
      checkout: {
        ...checkout,
        readSession: async (id) =>
          id === gone.sessionId
            ? undefined
            : { ...(await checkout.readSession(id))!, amount: { amount: 100, currency: 'EUR' } },
      },
    };
    expect(await look({ kinds: [reconciledPayments] }, port)).toMatchObject({ differences: 2, mended: 0 });
    const found = await differences();
    expect(found).toContainEqual(
      expect.objectContaining({ type: 'AMOUNT', paymentId: cheap.paymentId, ours: '35000 EUR', theirs: '100 EUR' }),
    );
    expect(found).toContainEqual(
      expect.objectContaining({ type: 'MISSING_THERE', paymentId: gone.paymentId, ours: 'PAID', theirs: null }),
    );
    expect(await world.payment(cheap.paymentId)).toMatchObject({ status: 'PAID' });
  });

  test('what was not touched in the time is not read again', async () => {
    await paid();
    world.clock.advance(5 * 24 * HOUR);
    expect(await look({ kinds: [reconciledPayments] })).toMatchObject({ examined: 0 });
  });
});

describe('refunds', () => {
  test('one made at the provider without an event is missing here, and found by reading again', async () => {
    const { paymentId, sessionId } = await paid();
    await world.payments.simulator.refund(sessionId, 1_000);
    expect(await look({ kinds: [reconciledRefunds] })).toMatchObject({ differences: 1, mended: 1 });
    expect(await differences()).toMatchObject([
      { kind: 'REFUND', type: 'MISSING_HERE', paymentId, ours: null, theirs: 'SUCCEEDED', isMended: true },
    ]);
    expect(await world.payment(paymentId)).toMatchObject({ status: 'PARTIALLY_REFUNDED' });
  });

  test('one that the bank sent back unseen is another state, mended by reading again', async () => {
    const { sessionId, paymentId } = await paid();
    await world.processEvent(await world.payments.simulator.refund(sessionId, 1_000));
    const [refund] = await world.db.selectFrom('refund').select(['id', 'provider_refund_id']).execute();
    await world.payments.simulator.failRefund(sessionId, refund!.provider_refund_id!);
    expect(await look({ kinds: [reconciledRefunds] })).toMatchObject({ differences: 1, mended: 1 });
    expect(await differences()).toMatchObject([{ type: 'STATE', ours: 'SUCCEEDED', theirs: 'FAILED' }]);
    expect(await world.payment(paymentId)).toMatchObject({ status: 'PAID' });
  });
});

describe('disputes', () => {
  const disputeOf = (paymentId: string) =>
    world.db.selectFrom('dispute').select(['status', 'provider_dispute_id as id']).where('payment_id', '=', paymentId);

  test('one that was opened, and one that ended, without an event are found by reading again, however old they are', async () => {
    const { sessionId, paymentId } = await paid();
    await world.payments.simulator.dispute(sessionId);
    expect(await look({ kinds: [reconciledDisputes] })).toMatchObject({ differences: 1, mended: 1 });
    expect(await disputeOf(paymentId).execute()).toMatchObject([{ status: 'OPEN' }]);
    await world.payments.simulator.closeDispute(sessionId, 'WON');
    world.clock.advance(60 * 24 * HOUR);
    expect(await look({ kinds: [reconciledDisputes] })).toMatchObject({ differences: 1, mended: 1 });
    const [dispute] = await disputeOf(paymentId).execute();
    expect(dispute).toMatchObject({ status: 'WON' });
    expect(await differences()).toMatchObject([
      { kind: 'DISPUTE', type: 'MISSING_HERE', about: dispute?.id, paymentId, ours: null, theirs: 'OPEN' },
      { kind: 'DISPUTE', type: 'STATE', about: dispute?.id, paymentId, ours: 'OPEN', theirs: 'WON', isMended: true },
    ]);
    expect(Number((await world.payment(paymentId))['disputed_cents'])).toBe(0);
  });

  test('one in another currency is reported, and changes nothing here', async () => {
    const { sessionId, paymentId } = await paid();
    await world.payments.simulator.dispute(sessionId);
    const { disputes } = world.payments;
    const foreign: Port = {
      ...world.payments,
      disputes: {
        readDisputes: async (id) =>
          (await disputes.readDisputes(id)).map((one) => ({ ...one, amount: { ...one.amount, currency: 'XOF' } })),
      },
    };
    expect(await look({ kinds: [reconciledDisputes] }, foreign)).toMatchObject({
      differences: 1,
      mended: 0,
      unread: 0,
    });
    expect(await disputeOf(paymentId).execute()).toEqual([]);
  });
});

describe('events', () => {
  test('one that never came is stored with its job; one that the provider never sent is reported', async () => {
    const { sessionId, paymentId } = await sale();
    const lost = await world.payments.simulator.pay(sessionId);
    const known = await world.payments.simulator.pay(sessionId);
    await world.deliver(known);
    const { eventHistory } = world.payments;
    const hiding: Port = {
      ...world.payments,
      eventHistory: {
        listEvents: async (period) => (await eventHistory.listEvents(period)).filter(({ id }) => id !== idOf(known)),
      },
    };
    world.clock.advance(20 * MINUTE);
    expect(await look({ kinds: [reconciledEvents] }, hiding)).toMatchObject({ differences: 2, mended: 1 });
    expect(await differences()).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ type: 'MISSING_HERE', about: idOf(lost), isMended: true }),
        expect.objectContaining({ type: 'MISSING_THERE', about: idOf(known), isMended: false }),
      ]),
    );
    expect(await world.apply(idOf(lost))).toBe('APPLIED');
    expect(await world.payment(paymentId)).toMatchObject({ status: 'PAID' });
  });

  test('one of the last minutes may still be on its way', async () => {
    const { sessionId } = await sale();
    await world.payments.simulator.pay(sessionId);
    world.clock.advance(5 * MINUTE);
    expect(await look({ kinds: [reconciledEvents] })).toMatchObject({ differences: 0 });
  });

  test('one that came by itself meanwhile is not stored twice', async () => {
    const { sessionId } = await sale();
    const lost = await world.payments.simulator.pay(sessionId);
    const { eventHistory } = world.payments;
    let looks = 0;
    const late: Port = {
      ...world.payments,
      eventHistory: {
        async listEvents(period): Promise<readonly ProviderEvent[]> {
          const events = await eventHistory.listEvents(period);
          // Between the comparison and the mending.
          if (events.length > 0 && (looks += 1) === 2) await world.deliver(lost);
          return events;
        },
      },
    };
    world.clock.advance(4 * MINUTE);
    const later = { ...around(late), now: new Date(world.clock.now().getTime() + HOUR) };
    expect(await reconcile(later, { days: 4, isTurnOver: () => false, kinds: [reconciledEvents] })).toMatchObject({
      differences: 1,
      mended: 1,
      unread: 0,
    });
    expect(await world.db.selectFrom('webhook_event').select('id').execute()).toHaveLength(1);
  });
});

describe('a reconciliation', () => {
  /** Twenty-five objects, each compared once unless a page was begun again. */
  const counted = () => {
    const seen: string[] = [];
    const places = Array.from({ length: 25 }, (_, i) => String(i).padStart(2, '0'));
    const kind = defineKind<{ readonly place: string }>({
      name: 'PAYMENT',
      page: async (_ctx, { after, limit }) =>
        places
          .filter((place) => place > after)
          .slice(0, limit)
          .map((place) => ({ place })),
      compare: async (_ctx, { place }) => {
        seen.push(place);
        return [];
      },
      mend: async () => undefined,
    });
    return { kind, seen, places };
  };

  test('goes on where a turn ended, and where a process died', async () => {
    const { kind, seen, places } = counted();
    expect(await look({ kinds: [kind], isTurnOver: () => true })).toBe('MORE');
    expect(seen).toEqual(places.slice(0, 10));
    // This one dies after its first page: its lease is left behind.
    const dying = look({
      kinds: [kind],
      isTurnOver: () => {
        throw new Error('the process died here');
      },
    });
    await expect(dying).rejects.toThrow('died here');
    expect(await look({ kinds: [kind] })).toMatchObject({ busyForMs: expect.any(Number) });
    world.clock.advance(16 * MINUTE);
    expect(await look({ kinds: [kind] })).toMatchObject({ examined: 25, unread: 0 });
    expect(seen).toEqual(places);
    expect(await reports()).toHaveLength(1);
  });

  test('runs once at a time: of ten that begin at once, one does', async () => {
    const taken = await Promise.all(
      Array.from({ length: 10 }, () => takeReconciliation({ run: world.run }, { days: 4 })),
    );
    const worked = taken.filter((one) => 'workerId' in one);
    expect(worked).toHaveLength(1);
    expect(await reports()).toHaveLength(1);
    await expect(reconcileInTurns(around(), { days: 4 })).rejects.toBeInstanceOf(RetryLater);
  });

  test('is incomplete while the provider answers nothing, and is tried again later', async () => {
    await sale();
    const away: Port = {
      ...world.payments,
      checkout: {
        ...world.payments.checkout,
        readSession: () => Promise.reject(new PaymentFailure('unavailable', 'away')),
      },
    };
    await expect(reconcileInTurns(around(away), { days: 4 })).rejects.toBeInstanceOf(RetryLater);
    expect(await reports()).toMatchObject([{ status: 'INCOMPLETE', unread: 1 }]);
    await reconcileInTurns(around(), { days: 4 });
    expect(await reports()).toMatchObject([{ status: 'INCOMPLETE' }, { status: 'COMPLETE' }]);
  });

  test('mails its differences to the admins, once, each in their language', async () => {
    for (const locale of ['fr', 'en'] as const)
      await world.run(async ({ em }: Tx<'em'>) => {
        makePerson(em, { email: `admin-${locale}@exemple.fr`, role: 'ADMIN', locale });
        await em.flush();
      }, undefined);
    const { sessionId } = await sale();
    await world.payments.simulator.pay(sessionId);
    const outcome = await look({ kinds: [reconciledPayments] });
    const reconciliationId = (outcome as { id: string }).id;
    for (let n = 0; n < 2; n += 1) await alertDifferences({ run: world.run }, { reconciliationId });
    const mails = await world.db
      .selectFrom('email_delivery')
      .select(['template', 'locale'])
      .where('template', '=', 'reconciliation-differences')
      .execute();
    expect(mails.map(({ locale }) => locale).sort()).toEqual(['en', 'fr']);
    const queued = await world.db
      .selectFrom('job')
      .select('id')
      .where('kind', '=', 'billing.alert-differences')
      .execute();
    expect(queued).toHaveLength(1);
  });
});
