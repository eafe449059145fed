/** A world whose customers pay by mobile money through the fake FeexPay; looks and mails are jobs, run by the world's clock. */
import { feexpayPayments } from '../../../src/services/adapters/payments/feexpay/feexpay.ts';
import { paymentProviders, type Able } from '../../../src/services/adapters/payments/port.ts';
import { payByMobileMoney, receiveHint, reportDebit, resolvePush } from '../../../src/services/billing/index.ts';
import { reconcilePushes } from '../../../src/services/billing/tasks/reconcile-pushes.ts';
import { mobileMoneyTasks } from '../../../src/services/billing/tasks/mobile-money-tasks.ts';
import { usualMobileNetworks, type MobileNetwork } from '../../../src/services/kernel/mobile-money.ts';
import { derivedSecrets } from '../../../src/services/platform/derived-secrets.ts';
import { createRateLimits } from '../../../src/services/platform/rate-limits.ts';
import type { AppContext } from '../../../src/services/platform/context.ts';
import { feexpayServer, type FeexpayServer } from '../../support/feexpay-server.ts';
import { billables, createBillingWorld, customer, type BillingWorld } from './billing-world.ts';

export const hintSecret = 'a-word-that-nobody-guesses';

export interface Push {
  readonly customerId: string;
  readonly orderId: string;
  readonly network?: MobileNetwork;
  readonly phoneNumber?: string;
}

export async function createMobileMoneyWorld() {
  const server = await feexpayServer();
  const feexpay = feexpayPayments({
    token: 'fp_test_1',
    shop: 'shop_1',
    webhookSecret: hintSecret,
    networks: usualMobileNetworks,
    baseUrl: server.url,
    timeoutMs: 2_000,
  });
  // The worker exists before the sandbox of cards does; its looks read pushes only.
  const services = {
    payments: { all: [feexpay] } as unknown as AppContext['payments'],
    billables,
    derived: derivedSecrets(Buffer.alloc(32, 1)),
    limits: createRateLimits(),
  };
  const world = await createBillingWorld({ tasks: mobileMoneyTasks, services });
  const contextFor = (userId?: string): AppContext => ({
    ...world.contextFor(userId === undefined ? undefined : customer(userId)),
    payments: paymentProviders(world.payments, feexpay),
    limits: createRateLimits(),
  });
  return {
    ...world,
    server,
    feexpay,
    contextFor,
    /** A customer with an order in francs CFA. */
    async sale(changes: Parameters<BillingWorld['addOrder']>[1] = {}) {
      const customerId = await world.addCustomer();
      const orderId = await world.addOrder(customerId, { totalCents: 10_000, currency: 'XOF', ...changes });
      return { customerId, orderId };
    },
    /** Each push has limits of its own, unless a context is given. */
    push: (
      { customerId, orderId, network = 'MTN', phoneNumber = '+2290166000042' }: Push,
      ctx: AppContext = contextFor(customerId),
    ) => payByMobileMoney(ctx, { subject: { type: 'ORDER', id: orderId }, network, phoneNumber }),
    report: (customerId: string, paymentId: string) => reportDebit(contextFor(customerId), { paymentId }),
    resolve: (paymentId: string, reference?: string) => resolvePush(contextFor(), { paymentId, reference }),
    /** The nightly reading of those that are older than a day. */
    tonight: () => reconcilePushes({ ...contextFor() }),
    hint: (body: unknown, provider: Able<'push'> = feexpay) => receiveHint(contextFor(), { provider, body }),
    /** Moves the clock on and does what is due then. */
    async after(milliseconds: number): Promise<void> {
      world.clock.advance(milliseconds);
      await world.worker.runDue();
    },
    async close(): Promise<void> {
      await world.close();
      await server.close();
    },
  };
}

export type MobileMoneyWorld = Awaited<ReturnType<typeof createMobileMoneyWorld>>;
export type { FeexpayServer };
