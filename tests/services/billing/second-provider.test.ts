/** A second provider beside the first: a port of its own, and a place in the list of providers. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { createHttpServer } from '../../../src/resolvers/http/http-server.ts';
import { webhookRoutes } from '../../../src/resolvers/http/webhooks.ts';
import {
  PaymentFailure,
  paymentProviders,
  type EventSubject,
  type PaymentProviders,
  type PaymentsPort,
  type SessionRequest,
  type SessionState,
} from '../../../src/services/adapters/payments/port.ts';
import { openCheckout } from '../../../src/services/billing/index.ts';
import { processPaymentEvent } from '../../../src/services/billing/tasks/process-payment-event.ts';
import { reconcilePayments } from '../../../src/services/billing/tasks/reconcile-payments.ts';
import { billableOrder } from '../../../src/services/orders/index.ts';
import { createMetrics } from '../../../src/services/platform/metrics.ts';
import { createRateLimits } from '../../../src/services/platform/rate-limits.ts';
import type { AppContext } from '../../../src/services/platform/context.ts';
import { HOUR } from '../../support/clock.ts';
import { billables, createBillingWorld, customer, idOf, type BillingWorld } from './billing-world.ts';

const sign = (body: string | Uint8Array): string => createHmac('sha256', 'acme').update(body).digest('hex');

interface Acme extends PaymentsPort {
  /** The payer pays; answers the event, of which Acme chose the id. */
  pay(sessionId: string, eventId: string): string;
}

/** A provider whose events look like no other's: another header, other names, other shapes. */
function acme(): Acme {
  const sessions = new Map<string, { request: SessionRequest; isPaid: boolean }>();
  return {
    provider: 'ACME',
    webhook: { name: 'acme', otherPaths: [], signatureHeader: 'x-acme-seal' },
    async openSession(request) {
      const sessionId = `acme-${request.paymentId}`;
      sessions.set(sessionId, { request, isPaid: false });
      return { sessionId, url: `https://pay.example.org/${sessionId}`, expiresAt: request.expiresAt };
    },
    async readSession(sessionId): Promise<SessionState | undefined> {
      const session = sessions.get(sessionId);
      return (
        session && {
          sessionId,
          reference: session.request.paymentId,
          metadata: session.request.metadata,
          status: session.isPaid ? 'PAID' : 'OPEN',
          amount: session.request.amount,
          providerPaymentId: session.isPaid ? `paid-${sessionId}` : null,
          refunded: 0,
          failureReason: null,
        }
      );
    },
    parseEvent(rawBody, signature) {
      const wanted = Buffer.from(sign(rawBody));
      const given = Buffer.from(signature ?? '');
      if (wanted.length !== given.length || !timingSafeEqual(wanted, given))
        throw new PaymentFailure('refused', 'signature');
      const { number, what, page } = JSON.parse(Buffer.from(rawBody).toString()) as Record<string, string>;
      const subject: EventSubject =
        what === 'money-in' && page !== undefined
          ? { kind: 'SESSION', sessionId: page, evidence: 'PAID' }
          : { kind: 'IGNORED' };
      return { id: number as string, type: what as string, occurredAt: new Date(), subject };
    },
    pay(sessionId, eventId) {
      const session = sessions.get(sessionId);
      if (session !== undefined) session.isPaid = true;
      return JSON.stringify({ number: eventId, what: 'money-in', page: sessionId });
    },
  };
}

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
  webhookRoutes(app, { providers: providers.all, contextFor: () => ctx as unknown as AppContext });
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
  const event = await world.payments.checkout.pay(before.sessionId);
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

test('the nightly reconciliation asks each provider about its own payments', async () => {
  const [first, other] = [await order(), await order()];
  const before = await world.open(first.customerId, first.orderId);
  await world.payments.checkout.pay(before.sessionId);
  second.pay((await open(other)).sessionId, 'lost');
  world.clock.advance(HOUR);
  await reconcilePayments(billables)(contextFor());
  expect([await world.orderStatus(first.orderId), await world.orderStatus(other.orderId)]).toEqual(['PAID', 'PAID']);
});
