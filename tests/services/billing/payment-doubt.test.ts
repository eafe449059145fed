// @lane sqlite: states in memory of one payment; the statements are those of the other payment tests
/** A payment that may have been made, or whose amount is held: nothing else is opened for its subject. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Payment } from '../../../src/entities/billing/payment.entity.ts';
import { paymentProviders, type PaymentReading } from '../../../src/services/adapters/payments/port.ts';
import { reconcile } from '../../../src/services/billing/reconciliation/reconcile.ts';
import { reconciledPayments } from '../../../src/services/billing/reconciliation/reconciled-payments.ts';
import type { Tx } from '../../../src/services/platform/context.ts';
import { HOUR } from '../../support/clock.ts';
import { billables, createBillingWorld, type BillingWorld } from './billing-world.ts';

let world: BillingWorld;
let customerId: string;
let orderId: string;
let paymentId: string;
beforeEach(async () => {
  world = await createBillingWorld();
  customerId = await world.addCustomer();
  orderId = await world.addOrder(customerId);
  ({ paymentId } = await world.open(customerId, orderId));
});
afterEach(() => world.close());

/** The nightly look, while the provider shows something else than it has. */
const showing = (change: Partial<PaymentReading>) =>
  reconcile(
    {
      db: world.db,
      run: world.run,
      payments: paymentProviders({
        ...world.payments,
        checkout: {
          ...world.payments.checkout,
          readSession: async (sessionId) => {
            const session = await world.payments.checkout.readSession(sessionId);
            return session && { ...session, ...change, sessionId };
          },
        },
      }),
      now: world.clock.now(),
      log: world.logs.log,
      billables,
    },
    { days: 4, isTurnOver: () => false, kinds: [reconciledPayments] },
  );
const forget = ({ em, now }: Tx<'em' | 'now'>, id: string) =>
  em.nativeUpdate(Payment, { id }, { status: 'UNKNOWN', unknownSince: now });

test('money on its way: no second attempt until it has arrived, or not', async () => {
  await showing({ status: 'PROCESSING' });
  expect(await world.payment(paymentId)).toMatchObject({ status: 'PROCESSING' });
  await expect(world.open(customerId, orderId)).rejects.toMatchObject({ code: 'PAYMENT_IN_DOUBT' });
  // The page that was read before the payer was done says nothing new.
  await showing({ status: 'OPEN' });
  expect(await world.payment(paymentId)).toMatchObject({ status: 'PROCESSING' });
  // A bank debit takes longer than its page was open.
  world.clock.advance(48 * HOUR);
  await showing({ status: 'PROCESSING' });
  expect(await world.payment(paymentId)).toMatchObject({ status: 'PROCESSING' });
  await showing({ status: 'FAILED', failureReason: 'debit_not_authorized' });
  expect(await world.payment(paymentId)).toMatchObject({ status: 'FAILED', failure_reason: 'debit_not_authorized' });
  expect((await world.open(customerId, orderId)).paymentId).not.toBe(paymentId);
});

test('nobody knows: no second attempt until the provider answers', async () => {
  await world.run(forget, paymentId);
  await expect(world.open(customerId, orderId)).rejects.toMatchObject({
    code: 'PAYMENT_IN_DOUBT',
    details: { status: 'UNKNOWN' },
  });
  await showing({ status: 'OPEN' });
  expect(await world.payment(paymentId)).toMatchObject({ status: 'PENDING', unknown_since: null });
  await world.run(forget, paymentId);
  await showing({ status: 'PAID', providerPaymentId: 'pi_1' });
  expect(await world.payment(paymentId)).toMatchObject({ status: 'PAID', unknown_since: null });
  expect(await world.invoices()).toHaveLength(1);
});

test('held and not taken: not paid, no invoice, nothing else opened; taken, it is invoiced; released, it is open again', async () => {
  const captureBefore = new Date(world.clock.now().getTime() + 7 * 24 * HOUR);
  await showing({ status: 'AUTHORIZED', providerPaymentId: 'pi_1', captureBefore });
  expect(await world.payment(paymentId)).toMatchObject({ status: 'AUTHORIZED', paid_at: null });
  expect((await world.payment(paymentId))['capture_before']).not.toBeNull();
  expect(await world.invoices()).toEqual([]);
  await expect(world.open(customerId, orderId)).rejects.toMatchObject({ code: 'ACTION_NOT_ALLOWED' });
  await showing({ status: 'EXPIRED', providerPaymentId: 'pi_1' });
  expect(await world.payment(paymentId)).toMatchObject({ status: 'EXPIRED', capture_before: null });
  const other = await world.open(customerId, orderId);
  await showing({ status: 'AUTHORIZED', providerPaymentId: 'pi_2', captureBefore });
  await showing({ status: 'PAID', providerPaymentId: 'pi_2' });
  expect(await world.payment(other.paymentId)).toMatchObject({ status: 'PAID', capture_before: null });
  expect(await world.orderStatus(orderId)).toBe('PAID');
  expect(await world.invoices()).toHaveLength(1);
});
