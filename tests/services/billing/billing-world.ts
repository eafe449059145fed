/** A world with customers, orders and the sandbox as payment provider; jobs are run by hand, one at a time or all at once. */
import { join } from 'node:path';
import { User } from '../../../src/entities/identity/user.entity.ts';
import {
  sandboxPayments,
  type SandboxPayments,
  type SignedEvent,
} from '../../../src/services/adapters/payments/sandbox/sandbox.ts';
import { paymentProviders, type Able } from '../../../src/services/adapters/payments/port.ts';
import type { Actor } from '../../../src/services/access/actor.ts';
import { billableInvoice } from '../../../src/services/billing/billable-invoice.ts';
import { billablePlanPeriod, openCheckout, receiveWebhook } from '../../../src/services/billing/index.ts';
import type { CheckoutSession } from '../../../src/services/billing/index.ts';
import { billingSubscriptions } from '../../../src/services/billing/subscriptions.ts';
import { processPaymentEvent } from '../../../src/services/billing/tasks/process-payment-event.ts';
import type { Currency } from '../../../src/services/kernel/money.ts';
import { newId } from '../../../src/services/kernel/ids.ts';
import { billableGuestOrder, billableOrder } from '../../../src/services/orders/index.ts';
import { billableBooking } from '../../../src/services/scheduling/index.ts';
import type { Tx } from '../../../src/services/platform/context.ts';
import { derivedSecrets, type DerivedSecrets } from '../../../src/services/platform/derived-secrets.ts';
import { createWorld, type World, type WorldOptions } from '../../support/world.ts';
import { makePerson } from '../../support/make/person.ts';
import { makeOrder } from '../../support/make/order.ts';
import { makeActor } from '../../support/make/actor.ts';

export const billables = {
  ORDER: billableOrder,
  INVOICE: billableInvoice,
  PLAN_PERIOD: billablePlanPeriod,
  GUEST_ORDER: billableGuestOrder,
  BOOKING: billableBooking,
};

export const customer = (userId: string): Actor => makeActor(userId, { address: '127.0.0.1' });

export interface BillingWorld extends World {
  readonly payments: SandboxPayments;
  readonly derived: DerivedSecrets;
  /** Adds a customer; answers their id. */
  addCustomer(changes?: { address?: string; locale?: 'fr' | 'en' }): Promise<string>;
  /** Adds an order that waits for its payment; answers its id. */
  addOrder(
    customerId: string,
    changes?: { totalCents?: number; currency?: Currency; unit?: 'PACK' | 'PAGE'; declaredPages?: number },
  ): Promise<string>;
  open(customerId: string, orderId: string, port?: Able<'checkout'>): Promise<CheckoutSession>;
  deliver(event: SignedEvent): Promise<string>;
  /** Runs the job of an event, as the worker would. */
  apply(eventId: string, port?: Able<'checkout'>): Promise<string>;
  /** Delivers, then runs the job if there is one. */
  processEvent(event: SignedEvent): Promise<void>;
  invoices(): Promise<
    { number: string; subject_id: string; gross_cents: number; net_cents: number; tax_cents: number }[]
  >;
  payment(paymentId: string): Promise<Record<string, unknown> & { status: string }>;
  orderStatus(orderId: string): Promise<string>;
}

export const idOf = ({ body }: SignedEvent): string => (JSON.parse(body) as { id: string }).id;

export async function createBillingWorld(options: WorldOptions = {}): Promise<BillingWorld> {
  const world = await createWorld({ subscriptions: billingSubscriptions, ...options });
  const payments = sandboxPayments({
    directory: join(world.config.dataDir, 'sandbox'),
    secret: Buffer.alloc(32, 7),
    publicUrl: 'http://localhost:4000',
    clock: world.clock,
    isProduction: false,
  });
  const { db, config, logs } = world;
  const around = (port: Able<'checkout'> = payments, actor?: Actor) => ({
    db,
    config,
    log: logs.log,
    payments: paymentProviders(port),
    run: ((useCase, input) => world.run(useCase, input, actor)) as World['run'],
  });
  const deliver = (event: SignedEvent) =>
    receiveWebhook(around(), { provider: payments, rawBody: Buffer.from(event.body), signature: event.signature });
  const apply = (eventId: string, port?: Able<'checkout'>) =>
    processPaymentEvent(billables)(around(port), { provider: 'SANDBOX', eventId });
  return {
    ...world,
    payments,
    derived: derivedSecrets(Buffer.alloc(32, 1)),
    deliver,
    apply,
    addCustomer: (changes = {}) => world.run(addUser, changes),
    addOrder: (customerId, changes = {}) => world.run(addOrderRow, { customerId, ...changes }),
    open: (customerId, orderId, port) =>
      openCheckout('ORDER', billableOrder)(around(port, customer(customerId)), { subjectId: orderId }),
    async processEvent(event) {
      if ((await deliver(event)) === 'STORED') await apply(idOf(event));
    },
    invoices: async () => {
      const rows = await db
        .selectFrom('invoice')
        .select(['number', 'subject_id', 'gross_cents', 'net_cents', 'tax_cents'])
        .orderBy('number')
        .execute();
      return rows.map((row) => ({
        ...row,
        gross_cents: Number(row.gross_cents),
        net_cents: Number(row.net_cents),
        tax_cents: Number(row.tax_cents),
      }));
    },
    payment: async (paymentId) =>
      db.selectFrom('payment').selectAll().where('id', '=', paymentId).executeTakeFirstOrThrow(),
    orderStatus: async (orderId) =>
      (await db.selectFrom('customer_order').select('status').where('id', '=', orderId).executeTakeFirstOrThrow())
        .status,
  };
}

async function addUser({ em }: Tx<'em'>, changes: { address?: string; locale?: 'fr' | 'en' }): Promise<string> {
  const user = makePerson(em, {
    email: `${newId()}@exemple.fr`,
    firstName: 'Hélène',
    lastName: 'Noël',
    role: 'CUSTOMER',
    locale: changes.locale ?? 'fr',
    address: changes.address ?? '8 bis, allée des Érables\n67000 Strasbourg',
  });
  await em.flush();
  return user.id;
}

interface NewOrder {
  readonly customerId: string;
  readonly totalCents?: number;
  readonly currency?: Currency;
  readonly unit?: 'PACK' | 'PAGE';
  readonly declaredPages?: number;
}

async function addOrderRow(
  { em }: Tx<'em'>,
  { customerId, totalCents = 35_000, currency = 'EUR', unit = 'PACK', declaredPages }: NewOrder,
): Promise<string> {
  const order = makeOrder(em, {
    customer: em.getReference(User, customerId),
    title: 'Les Œuvres de l’été',
    unit,
    totalCents,
    currency,
    declaredPages: declaredPages ?? null,
  });
  await em.flush();
  return order.id;
}
