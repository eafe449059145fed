/** A second provider beside the first: a folder of its own, and one line in the list of providers. */
import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { createHttpServer } from '../../../src/resolvers/http/http-server.ts';
import { webhookRoutes } from '../../../src/resolvers/http/webhooks.ts';
import {
  paymentProviders,
  providersAble,
  type PaymentProviders,
} from '../../../src/services/adapters/payments/port.ts';
import { User } from '../../../src/entities/identity/user.entity.ts';
import { newId } from '../../../src/services/kernel/ids.ts';
import { openCheckout } from '../../../src/services/billing/index.ts';
import { processPaymentEvent } from '../../../src/services/billing/tasks/process-payment-event.ts';
import { reconcile } from '../../../src/services/billing/reconciliation/reconcile.ts';
import { billableOrder } from '../../../src/services/orders/index.ts';
import { createMetrics } from '../../../src/services/platform/metrics.ts';
import { createRateLimits } from '../../../src/services/platform/rate-limits.ts';
import type { AppContext, Tx } from '../../../src/services/platform/context.ts';
import { acme, sign, type Acme } from '../../fixtures/sample-provider/acme.ts';
import { makePayment } from '../../support/make/payment.ts';
import { HOUR } from '../../support/clock.ts';
import { billables, createBillingWorld, customer, idOf, type BillingWorld } from './billing-world.ts';

let world: BillingWorld;
let second: Acme;
let providers: PaymentProviders;
let app: FastifyInstance;

beforeEach(async () => {
  world = await createBillingWorld();
  second = acme();
  providers = paymentProviders(second, world.payments);
  app = await createHttpServer({ config: world.config, log: world.logs.log, metrics: createMetrics() });
  const ctx = { db: world.db, run: world.run, limits: createRateLimits(), log: world.logs.log };
  webhookRoutes(app, { providers: providersAble(providers, 'events'), contextFor: () => ctx as unknown as AppContext });
  await app.ready();
});
afterEach(async () => {
  await app.close();
  await world.close();
});

const contextFor = (userId?: string) => ({
  ...world.contextFor(userId === undefined ? undefined : customer(userId)),
  payments: providers,
});
const post = (name: string, body: string, headers: Record<string, string>) =>
  app.inject({
    method: 'POST',
    url: `/webhooks/${name}`,
    payload: body,
    headers: { 'content-type': 'application/json', ...headers },
  });
const order = async () => {
  const customerId = await world.addCustomer();
  const orderId = await world.addOrder(customerId);
  return { customerId, orderId };
};
const open = ({ customerId, orderId }: Awaited<ReturnType<typeof order>>) =>
  openCheckout('ORDER', billableOrder)(contextFor(customerId), { subjectId: orderId });
const events = () =>
  world.db.selectFrom('webhook_event').select(['provider', 'id', 'status']).orderBy('provider').execute();

test('opens pages, sends events to a route of its own name, and is asked about its own sessions', async () => {
  const sale = await order();
  const { sessionId, paymentId, url } = await open(sale);
  expect(url).toBe(`https://pay.example.org/${sessionId}`);
  const body = second.pay(sessionId, 'evt_1');
  expect((await post('acme', body, { 'x-acme-seal': 'wrong' })).statusCode).toBe(400);
  expect((await post('acme', body, { 'stripe-signature': sign(body) })).statusCode).toBe(400);
  expect((await post('nobody', body, { 'x-acme-seal': sign(body) })).statusCode).toBe(404);
  expect((await post('acme', body, { 'x-acme-seal': sign(body) })).json()).toEqual({
    received: true,
    duplicate: false,
  });
  expect((await post('acme', body, { 'x-acme-seal': sign(body) })).json()).toEqual({ received: true, duplicate: true });
  expect(await processPaymentEvent(billables)(contextFor(), { provider: 'ACME', eventId: 'evt_1' })).toBe('APPLIED');
  expect(await world.payment(paymentId)).toMatchObject({ status: 'PAID', provider: 'ACME' });
  expect(await world.orderStatus(sale.orderId)).toBe('PAID');
  expect(await world.invoices()).toHaveLength(1);
});

test('events of two providers may have the same id: each is stored and processed', async () => {
  const [first, other] = [await order(), await order()];
  // Opened when the sandbox was the only provider.
  const before = await world.open(first.customerId, first.orderId);
  const event = await world.payments.simulator.pay(before.sessionId);
  const now = await open(other);
  const body = second.pay(now.sessionId, idOf(event));
  expect((await post('stripe', event.body, { 'stripe-signature': event.signature })).statusCode).toBe(200);
  expect((await post('acme', body, { 'x-acme-seal': sign(body) })).json()).toEqual({
    received: true,
    duplicate: false,
  });
  for (const provider of ['ACME', 'SANDBOX'])
    await processPaymentEvent(billables)(contextFor(), { provider, eventId: idOf(event) });
  expect(await events()).toEqual([
    { provider: 'ACME', id: idOf(event), status: 'APPLIED' },
    { provider: 'SANDBOX', id: idOf(event), status: 'APPLIED' },
  ]);
  expect([await world.orderStatus(first.orderId), await world.orderStatus(other.orderId)]).toEqual(['PAID', 'PAID']);
});

test('two providers may use the same id for a payment, and one provider uses it once', async () => {
  const payerId = await world.addCustomer();
  const add = (provider: string) =>
    world.run(async ({ em }: Tx<'em'>) => {
      const payer = em.getReference(User, payerId);
      makePayment(em, { payer, subjectId: newId(), provider, providerPaymentId: 'pay_1' });
      await em.flush();
    }, undefined);
  await add('ACME');
  await add('SANDBOX');
  await expect(add('ACME')).rejects.toThrow(UniqueConstraintViolationException);
});

test('the nightly reconciliation asks each provider about its own payments', async () => {
  const [first, other] = [await order(), await order()];
  const before = await world.open(first.customerId, first.orderId);
  await world.payments.simulator.pay(before.sessionId);
  second.pay((await open(other)).sessionId, 'lost');
  world.clock.advance(HOUR);
  await reconcile({ ...contextFor(), billables }, { days: 4, isTurnOver: () => false });
  expect([await world.orderStatus(first.orderId), await world.orderStatus(other.orderId)]).toEqual(['PAID', 'PAID']);
});

test('a provider is a folder and a line: nothing else names one or asks which one it is', () => {
  const root = resolve(import.meta.dirname, '../../../src');
  const naming = globSync('**/*.ts', { cwd: root })
    // Calendars have providers of their own.
    .filter((file) => !/^services\/(adapters|calendars)\//.test(file))
    .filter((file) =>
      /\b(stripe|sandbox)Payments\b|provider\)? ?[!=]==? ?'/.test(readFileSync(join(root, file), 'utf8')),
    );
  expect(naming).toEqual(['adapters.ts']);
});
