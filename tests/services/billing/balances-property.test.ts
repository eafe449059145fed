// @lane sqlite: the sums are made in the program; balances.test.ts runs the statements on both databases.
/** Whatever happens to the money of an invoice, in any order: its balance is that of its allocations. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { paymentProviders } from '../../../src/services/adapters/payments/port.ts';
import { recordOfflinePayment, refundPayment, reversePayment } from '../../../src/services/billing/index.ts';
import { requestRefund } from '../../../src/services/billing/tasks/request-refund.ts';
import { wrongBalances } from '../../support/balances.ts';
import { noLimits } from '../../support/no-limits.ts';
import { makeActor } from '../../support/make/actor.ts';
import { createBillingWorld, type BillingWorld } from './billing-world.ts';

let world: BillingWorld;
let adminId: string;
beforeAll(async () => {
  world = await createBillingWorld();
  adminId = await world.addCustomer();
});
afterAll(() => world.close());

const admin = () => makeActor(adminId, { role: 'ADMIN' });

interface Sale {
  readonly sessionId: string;
  readonly paymentId: string;
  readonly invoiceId: string;
  /** Payments without a provider, oldest first. */
  readonly others: string[];
}

async function sale(): Promise<Sale> {
  const customerId = await world.addCustomer();
  const orderId = await world.addOrder(customerId, { totalCents: 10_000 });
  const { sessionId, paymentId } = await world.open(customerId, orderId);
  await world.processEvent(await world.payments.simulator.pay(sessionId));
  const { invoice_id: invoiceId } = await world.payment(paymentId);
  return { sessionId, paymentId, invoiceId: String(invoiceId), others: [] };
}

const around = () => ({
  ...world.contextFor(admin()),
  payments: paymentProviders(world.payments),
  limits: noLimits,
});

const steps = {
  async refund({ paymentId }: Sale, cents: number) {
    const amount = { amount: cents, currency: 'EUR' as const };
    const { id } = await refundPayment(around(), { paymentId, amount, reason: 'GOODWILL' });
    await requestRefund(around(), { refundId: id });
  },
  async refundOutside({ sessionId }: Sale, cents: number) {
    await world.processEvent(await world.payments.simulator.refund(sessionId, cents));
  },
  async returnRefund({ sessionId, paymentId }: Sale) {
    const { provider_refund_id: id } = await world.db
      .selectFrom('refund')
      .select('provider_refund_id')
      .where('payment_id', '=', paymentId)
      .where('status', '=', 'SUCCEEDED')
      .orderBy('id')
      .executeTakeFirstOrThrow();
    await world.processEvent(await world.payments.simulator.failRefund(sessionId, String(id)));
  },
  async dispute({ sessionId }: Sale, cents: number) {
    await world.processEvent(await world.payments.simulator.dispute(sessionId, cents));
  },
  async lose({ sessionId }: Sale) {
    await world.processEvent(await world.payments.simulator.closeDispute(sessionId, 'LOST'));
  },
  async win({ sessionId }: Sale) {
    await world.processEvent(await world.payments.simulator.closeDispute(sessionId, 'WON'));
  },
  async record({ invoiceId, others }: Sale, cents: number) {
    const receivedOn = world.clock.now().toISOString().slice(0, 10);
    const amount = { amount: cents, currency: 'EUR' as const };
    const input = { invoiceId, amount, method: 'CHEQUE' as const, receivedOn, reference: 'CHQ 1' };
    others.push((await world.run(recordOfflinePayment, input, admin())).id);
  },
  async reverse({ others }: Sale, cents: number) {
    const paymentId = others[cents % others.length];
    if (paymentId !== undefined) await world.run(reversePayment, { paymentId, reason: 'Impayé' }, admin());
  },
} as const;
type Step = keyof typeof steps;

/** Steps that the state does not allow are refused and change nothing; what is not a refusal is a bug. */
const refusals = ['REFUND_TOO_LARGE', 'PAYMENT_DISPUTED', 'ACTION_NOT_ALLOWED'];
const isRefusal = (error: unknown): boolean => {
  const { code, name, message } = error as { code?: string; name?: string; message?: string };
  return refusals.includes(code ?? '') || name === 'PaymentFailure' || message === 'no result';
};

test('the sums and the balance of an invoice equal its allocations after every step', async () => {
  const step = fc.tuple(fc.constantFrom(...(Object.keys(steps) as Step[])), fc.integer({ min: 1, max: 12_000 }));
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 9 }), async (taken) => {
      const made = await sale();
      for (const [name, cents] of taken) {
        await steps[name](made, cents).catch((error: unknown) => {
          if (!isRefusal(error)) throw error;
        });
        expect(await wrongBalances(world.db)).toEqual([]);
      }
    }),
    { numRuns: 40 },
  );
}, 120_000);
