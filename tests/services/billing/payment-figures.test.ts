import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { User } from '../../../src/entities/identity/user.entity.ts';
import type { PaymentStatus } from '../../../src/entities/billing/payment.entity.ts';
import { billingMetrics } from '../../../src/services/billing/payment-figures.ts';
import { watchCardPayments } from '../../../src/services/billing/tasks/watch-card-payments.ts';
import { newId } from '../../../src/services/kernel/ids.ts';
import { createMetrics } from '../../../src/services/platform/metrics.ts';
import type { Tx } from '../../../src/services/platform/context.ts';
import { HOUR, MINUTE } from '../../support/clock.ts';
import { makePayment } from '../../support/make/payment.ts';
import { makePerson } from '../../support/make/person.ts';
import { createBillingWorld, type BillingWorld } from './billing-world.ts';

let world: BillingWorld;
let payerId: string;
beforeAll(async () => {
  world = await createBillingWorld();
  payerId = await world.addCustomer();
  await world.run(async ({ em }: Tx<'em'>) => {
    makePerson(em, { email: 'admin@exemple.fr', role: 'ADMIN' });
    await em.flush();
  }, undefined);
});
afterAll(() => world.close());

const add = (count: number, status: PaymentStatus, more: object = {}) =>
  world.run(async ({ em }: Tx<'em'>) => {
    for (let n = 0; n < count; n += 1)
      makePayment(em, {
        payer: em.getReference(User, payerId),
        subjectId: newId(),
        provider: 'SANDBOX',
        status,
        ...more,
      });
    await em.flush();
  }, undefined);
const metrics = createMetrics({
  ofDomains: { definitions: billingMetrics, asked: () => ({ db: world.db, now: world.clock.now() }) },
});
const read = async (name: string): Promise<string[]> =>
  (await metrics.registry.metrics()).split('\n').filter((line) => line.startsWith(name));
const alerts = () => world.db.selectFrom('notification').select('title').execute();
const watch = () => watchCardPayments({ db: world.db, now: world.clock.now(), run: world.run });

test('metrics show how payments stand, what waits and what is due; admins are alerted below 95 %', async () => {
  expect(await read('card_payments_success_ratio')).toEqual([]);
  await add(19, 'PAID');
  await add(1, 'FAILED');
  await add(3, 'EXPIRED');
  // No card is involved.
  await add(9, 'FAILED', { method: 'MOBILE_MONEY' });
  await watch();
  expect(await read('card_payments_success_ratio')).toEqual(['card_payments_success_ratio 0.95']);
  expect(await alerts()).toEqual([]);
  await add(1, 'FAILED');
  await watch();
  await watch();
  expect(await alerts()).toHaveLength(1);
  expect((await read('payments_of_last_day')).sort()).toEqual([
    'payments_of_last_day{provider="SANDBOX",method="CARD",status="EXPIRED"} 3',
    'payments_of_last_day{provider="SANDBOX",method="CARD",status="FAILED"} 2',
    'payments_of_last_day{provider="SANDBOX",method="CARD",status="PAID"} 19',
    'payments_of_last_day{provider="SANDBOX",method="MOBILE_MONEY",status="FAILED"} 9',
  ]);
  world.clock.advance(HOUR + MINUTE);
  expect(await read('card_payments_success_ratio')).toEqual([]);
  await add(5, 'FAILED');
  await watch();
  // Five prove nothing.
  expect(await alerts()).toHaveLength(1);
});

test('the oldest event that waits, refunds that are due, and the oldest payment of which nobody knows', async () => {
  expect(await read('payment_events_oldest_waiting_seconds')).toEqual(['payment_events_oldest_waiting_seconds 0']);
  const { sessionId } = await world.open(payerId, await world.addOrder(payerId));
  await world.deliver(await world.payments.simulator.pay(sessionId));
  world.clock.advance(90_000);
  expect(await read('payment_events_oldest_waiting_seconds')).toEqual(['payment_events_oldest_waiting_seconds 90']);
  await add(2, 'PAID', { refundDueReason: 'NOT_PAYABLE' });
  expect(await read('payments_refund_due')).toEqual(['payments_refund_due 2']);
  expect(await read('payments_oldest_unknown_seconds')).toEqual(['payments_oldest_unknown_seconds 0']);
  await add(1, 'UNKNOWN', { unknownSince: world.clock.now() });
  world.clock.advance(30_000);
  expect(await read('payments_oldest_unknown_seconds')).toEqual(['payments_oldest_unknown_seconds 30']);
});
