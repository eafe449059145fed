/** A billing world whose payers use forms and saved cards. */
import { sql } from 'kysely';
import type { IntentsPort } from '../../../src/services/adapters/payments/port.ts';
import { paymentProviders } from '../../../src/services/adapters/payments/port.ts';
import type { SignedEvent } from '../../../src/services/adapters/payments/sandbox/sandbox.ts';
import { testCards } from '../../../src/services/adapters/payments/sandbox/test-cards.ts';
import {
  beginCardSetup,
  createPaymentIntent,
  listMyPaymentMethods,
  payWithSavedMethod,
  refreshPayment,
} from '../../../src/services/billing/index.ts';
import { detachCard } from '../../../src/services/billing/tasks/detach-card.ts';
import { cancelReplaced, endHold, endLateHolds } from '../../../src/services/billing/tasks/end-hold.ts';
import { lookAfterCharge } from '../../../src/services/billing/tasks/look-after-charge.ts';
import { reconcile } from '../../../src/services/billing/reconciliation/reconcile.ts';
import { reconciledPayments } from '../../../src/services/billing/reconciliation/reconciled-payments.ts';
import { jsonFrom } from '../../../src/services/platform/orm/values.ts';
import { createRateLimits } from '../../../src/services/platform/rate-limits.ts';
import type { AppContext } from '../../../src/services/platform/context.ts';
import { billables, createBillingWorld, customer, type BillingWorld } from './billing-world.ts';

export type CardWorld = Awaited<ReturnType<typeof createCardWorld>>;

export async function createCardWorld() {
  const world = await createBillingWorld();
  const customerId = await world.addCustomer();
  const limits = createRateLimits();
  /** The provider with some of its intents' methods replaced. */
  let instead: Partial<IntentsPort> = {};
  const contextOf = (personId?: string): AppContext => ({
    ...world.contextFor(personId === undefined ? undefined : customer(personId)),
    payments: paymentProviders({ ...world.payments, intents: { ...world.payments.intents, ...instead } }),
    billables,
    limits,
  });
  const deliverAll = async (events: readonly SignedEvent[]): Promise<void> => {
    for (const event of events) await world.processEvent(event);
  };
  const { intents, cards } = world.payments.simulator;

  async function saveCard(number: string = testCards.visa.number, personId: string = customerId): Promise<string> {
    const { clientSecret } = await beginCardSetup(contextOf(personId), {});
    await deliverAll(await cards.completeSetup(clientSecret, { number }));
    const newest = (await listMyPaymentMethods(contextOf(personId))).toSorted((a, b) => (a.id < b.id ? 1 : -1))[0];
    return newest?.id ?? '';
  }

  return {
    ...world,
    customerId,
    contextOf,
    deliverAll,
    saveCard,
    answering: (other: Partial<IntentsPort>) => (instead = other),
    order: (totalCents?: number) => world.addOrder(customerId, totalCents === undefined ? {} : { totalCents }),
    form: (orderId: string, wish: { capture?: 'NOW' | 'LATER'; saves?: boolean; key?: string } = {}) =>
      createPaymentIntent(contextOf(customerId), {
        subject: { type: 'ORDER', id: orderId },
        savePaymentMethod: wish.saves ?? false,
        capture: wish.capture ?? 'NOW',
        key: wish.key,
      }),
    charge: (orderId: string, paymentMethodId: string, key?: string) =>
      payWithSavedMethod(contextOf(customerId), { subject: { type: 'ORDER', id: orderId }, paymentMethodId, key }),
    confirm: async (clientSecret: string | null, number: string = testCards.visa.number) =>
      deliverAll(await intents.confirm(clientSecret ?? '', { number })),
    authenticate: async (clientSecret: string | null, passes = true) =>
      deliverAll(await intents.authenticate(clientSecret ?? '', passes)),
    myCards: (personId: string = customerId) => listMyPaymentMethods(contextOf(personId)),
    look: (sessionId: string) => refreshPayment(contextOf(customerId), { sessionId }),
    /** Does the queued jobs of these kinds, as the worker would. */
    async work(): Promise<void> {
      const jobs = await world.db
        .selectFrom('job')
        .select(['id', 'kind', 'payload'])
        .where('state', '=', 'PENDING')
        .execute();
      for (const job of jobs) {
        const task = tasks[job.kind as keyof typeof tasks];
        if (task === undefined) continue;
        await task(contextOf(), jsonFrom<never>(job.payload));
        await sql`update job set state = 'COMPLETED' where id = ${job.id}`.execute(world.db);
      }
    },
    endLateHolds: () => endLateHolds(billables)(contextOf(), {}),
    reconcile: () => reconcile(contextOf(), { days: 4, isTurnOver: () => false, kinds: [reconciledPayments] }),
    lookAfter: (paymentId: string) => lookAfterCharge(contextOf(), { paymentId }),
  };
}

const tasks = {
  'billing.end-hold': endHold(billables),
  'billing.cancel-intent': cancelReplaced(billables),
  'billing.detach-card': detachCard,
} as const;

export type { BillingWorld };
