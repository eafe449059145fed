// @lane sqlite: proves how requests are read; what they write is proved by the money storm.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { gzipSync } from 'node:zlib';
import { Stripe } from 'stripe';
import { createHttpServer } from '../../../src/resolvers/http/http-server.ts';
import { sandboxRoutes } from '../../../src/resolvers/http/sandbox.ts';
import { webhookRoutes } from '../../../src/resolvers/http/webhooks.ts';
import type { SignedEvent } from '../../../src/services/adapters/payments/sandbox/sandbox.ts';
import { createMetrics } from '../../../src/services/platform/metrics.ts';
import { createRateLimits } from '../../../src/services/platform/rate-limits.ts';
import type { AppContext } from '../../../src/services/platform/context.ts';
import { HOUR } from '../../support/clock.ts';
import { createBillingWorld, idOf, type BillingWorld } from '../../services/billing/billing-world.ts';

const webhookPaths = ['/webhooks/stripe', '/payments/webhook', '/api/v1/webhooks/stripe'] as const;
let world: BillingWorld;
let app: FastifyInstance;
let broken: Error | undefined;

beforeEach(async () => {
  world = await createBillingWorld();
  broken = undefined;
  const run: BillingWorld['run'] = (useCase, input, actor) =>
    broken ? Promise.reject(broken) : world.run(useCase, input, actor);
  const ctx = {
    db: world.db,
    run,
    limits: createRateLimits(),
    log: world.logs.log,
  } as unknown as AppContext;
  app = await createHttpServer({ config: world.config, log: world.logs.log, metrics: createMetrics() });
  webhookRoutes(app, { providers: [world.payments], contextFor: () => ctx });
  sandboxRoutes(app, world.payments.simulator);
  await app.ready();
});
afterEach(async () => {
  await app.close();
  await world.close();
});

const post = (url: string, event: SignedEvent, headers: Record<string, string> = {}) =>
  app.inject({
    method: 'POST',
    url,
    payload: event.body,
    headers: { 'content-type': 'application/json; charset=utf-8', 'stripe-signature': event.signature, ...headers },
  });
const sale = async () => {
  const customerId = await world.addCustomer();
  const orderId = await world.addOrder(customerId);
  return { orderId, session: await world.open(customerId, orderId) };
};
const rows = () => world.db.selectFrom('webhook_event').select(['id', 'status', 'type', 'payload']).execute();

describe('the webhook', () => {
  test.each(webhookPaths)('%s stores an event once, with its job, and answers every copy', async (path) => {
    const { session } = await sale();
    const event = await world.payments.simulator.pay(session.sessionId);
    const answers = await Promise.all([post(path, event), post(path, event), post(path, event)]);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200]);
    expect((await post(path, event)).json()).toEqual({ received: true, duplicate: true });
    expect(await rows()).toMatchObject([{ id: idOf(event), status: 'RECEIVED', type: 'checkout.session.completed' }]);
    expect(
      await world.db.selectFrom('job').select('kind').where('kind', '=', 'billing.apply-payment-event').execute(),
    ).toHaveLength(1);
    expect(await world.payment(session.paymentId)).toMatchObject({ status: 'PENDING' });
  });

  test('keeps of an event what we act upon and nothing of persons; of one that we do not act upon, that it came', async () => {
    const data = { object: { id: 'cs_test_1', customer_details: { email: 'camille@exemple.fr', name: 'Camille' } } };
    const created = Math.floor(world.clock.now().getTime() / 1_000);
    for (const [id, type] of [
      ['evt_1', 'checkout.session.completed'],
      ['evt_2', 'customer.created'],
    ]) {
      const body = JSON.stringify({ id, type, created, livemode: false, data });
      const signature = Stripe.webhooks.generateTestHeaderString({
        payload: body,
        secret: `whsec_${'07'.repeat(32)}`,
        timestamp: created,
      });
      expect((await post(webhookPaths[0], { body, signature })).statusCode).toBe(200);
    }
    expect((await rows()).map(({ id, status }) => [id, status]).sort()).toEqual([
      ['evt_1', 'RECEIVED'],
      ['evt_2', 'IGNORED'],
    ]);
    expect(JSON.stringify(await rows())).not.toMatch(/camille/i);
    expect(
      await world.db.selectFrom('job').select('id').where('kind', '=', 'billing.apply-payment-event').execute(),
    ).toHaveLength(1);
  });

  test('refuses a body of which a byte was changed, and an old signature, without a row', async () => {
    const { session } = await sale();
    const event = await world.payments.simulator.pay(session.sessionId);
    expect(
      (await post(webhookPaths[0], { ...event, body: event.body.replace('completed', 'complete_') })).statusCode,
    ).toBe(400);
    expect((await post(webhookPaths[0], { ...event, body: `${event.body} ` })).statusCode).toBe(400);
    expect((await post(webhookPaths[0], event, { 'stripe-signature': '' })).json()).toMatchObject({
      errors: [{ extensions: { code: 'INPUT_INVALID' } }],
    });
    world.clock.advance(301_000);
    expect((await post(webhookPaths[0], event)).statusCode).toBe(400);
    expect(await rows()).toEqual([]);
  });

  test('refuses an event of the other mode, and believes nothing that a payload says of amounts and targets', async () => {
    const { orderId, session } = await sale();
    const created = Math.floor(world.clock.now().getTime() / 1_000);
    const secret = `whsec_${'07'.repeat(32)}`;
    const claimed = (more: object): SignedEvent => {
      const object = { id: session.sessionId, amount_total: 1, currency: 'usd', payment_status: 'paid', metadata: {} };
      const event = { id: 'evt_claims', type: 'checkout.session.completed', created, livemode: false };
      const body = JSON.stringify({ ...event, data: { object }, ...more });
      return {
        body,
        signature: Stripe.webhooks.generateTestHeaderString({ payload: body, secret, timestamp: created }),
      };
    };
    expect((await post(webhookPaths[0], claimed({ livemode: true }))).json()).toMatchObject({
      errors: [{ extensions: { code: 'INPUT_INVALID' } }],
    });
    expect(await rows()).toEqual([]);
    expect((await post(webhookPaths[0], claimed({}))).statusCode).toBe(200);
    await expect(world.apply('evt_claims')).rejects.toMatchObject({ code: 'PAYMENT_UNAVAILABLE' });
    expect(await world.payment(session.paymentId)).toMatchObject({ status: 'PENDING' });
    expect(await world.orderStatus(orderId)).toBe('PENDING');
  });

  test.each([
    ['amount', { amount: { amount: 34_999, currency: 'EUR' } }],
    ['currency', { amount: { amount: 35_000, currency: 'XOF' } }],
    ['target', { reference: '0197c000-0000-7000-8000-000000000001' }],
  ])('an event by the route whose session has another %s pays nothing', async (difference, change) => {
    const { orderId, session } = await sale();
    const event = await world.payments.simulator.pay(session.sessionId);
    expect((await post(webhookPaths[0], event)).statusCode).toBe(200);
    const { checkout } = world.payments;
    const readSession = async (id: string) => ({ ...(await checkout.readSession(id))!, ...change });
    const port = { ...world.payments, checkout: { ...checkout, readSession } };
    expect(await world.apply(idOf(event), port)).toBe('IGNORED');
    expect(await world.orderStatus(orderId)).toBe('PENDING');
    expect(await world.invoices()).toEqual([]);
    expect(world.auditLog).toContainEqual(
      expect.objectContaining({
        action: 'PAYMENT_MISMATCH',
        payload: expect.objectContaining({ differences: [difference] }),
      }),
    );
  });

  test('refuses too large and compressed bodies before looking at them', async () => {
    const { session } = await sale();
    const event = await world.payments.simulator.pay(session.sessionId);
    expect((await post(webhookPaths[0], { ...event, body: 'x'.repeat(256 * 1024 + 1) })).statusCode).toBe(413);
    const zipped = await app.inject({
      method: 'POST',
      url: webhookPaths[0],
      payload: gzipSync(event.body),
      headers: { 'content-type': 'application/json', 'content-encoding': 'gzip', 'stripe-signature': event.signature },
    });
    expect(zipped.statusCode).toBe(400);
    expect((await app.inject({ method: 'GET', url: webhookPaths[0] })).statusCode).toBe(404);
  });

  test('whoever keeps sending bad signatures must wait; good ones from the same address still pass', async () => {
    const { session } = await sale();
    const event = await world.payments.simulator.pay(session.sessionId);
    const statuses = [];
    for (let i = 0; i < 22; i++)
      statuses.push((await post(webhookPaths[0], event, { 'stripe-signature': 't=1,v1=00' })).statusCode);
    expect(statuses).toEqual([...Array<number>(20).fill(400), 429, 429]);
    expect((await post(webhookPaths[0], event, { 'stripe-signature': 'x' })).headers['retry-after']).toMatch(/^\d+$/);
    expect((await post(webhookPaths[0], event)).statusCode).toBe(200);
  });

  test('answers 5xx when we fail, and takes the event when it comes again', async () => {
    const { session } = await sale();
    const event = await world.payments.simulator.pay(session.sessionId);
    broken = new Error('the database is away');
    expect((await post(webhookPaths[0], event)).statusCode).toBe(500);
    broken = undefined;
    expect((await post(webhookPaths[0], event)).statusCode).toBe(200);
    expect(await rows()).toHaveLength(1);
  });
});

describe('the sandbox’s page', () => {
  const pathOf = (url: string) => new URL(url).pathname;
  const page = (url: string) => app.inject({ method: 'GET', url: pathOf(url) });
  const click = (url: string, action: 'pay' | 'refuse') =>
    app.inject({
      method: 'POST',
      url: `${pathOf(url)}/${action}`,
      payload: 'a=b',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
  const applyAll = async () => {
    for (const { id } of await rows()) await world.apply(id);
  };

  test('shows what is paid and two forms, under a policy that lets no script run', async () => {
    const { session } = await sale();
    const shown = await page(session.url);
    expect(shown.statusCode).toBe(200);
    expect(shown.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(shown.headers['content-security-policy']).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/]+=*'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'$/,
    );
    expect(shown.body).toContain('350,00\u00a0€');
    expect(shown.body).toContain('Pack KDP\u00a0: «\u00a0Les Œuvres de l’été\u00a0»');
    expect(shown.body).toMatch(/<form method="post" action="[^"]+\/pay"><button class="pay">Payer<\/button><\/form>/);
    expect(shown.body).toMatch(
      /<form method="post" action="[^"]+\/refuse"><button class="refuse">Refuser<\/button><\/form>/,
    );
    expect(shown.body).not.toMatch(/<script|https?:\/\/(?!localhost)/);
  });

  test('« Payer » pays the order from end to end, and a second click changes nothing', async () => {
    const { orderId, session } = await sale();
    const clicked = await click(session.url, 'pay');
    expect(clicked.statusCode).toBe(303);
    expect(clicked.headers.location).toBe(pathOf(session.url));
    await click(session.url, 'pay');
    await click(session.url, 'refuse');
    await applyAll();
    expect(await world.orderStatus(orderId)).toBe('PAID');
    expect(await world.invoices()).toMatchObject([{ number: 'FACT-2026-000001' }]);
    const shown = await page(session.url);
    expect(shown.body).toContain('Paiement accepté');
    expect(shown.body).toContain(
      `href="${world.config.frontUrl}/commandes/${orderId}?paiement=succes&amp;session_id=${session.sessionId}"`,
    );
    expect(shown.body).not.toContain('<form');
  });

  test('« Payer » again delivers what a server that died had not delivered', async () => {
    const { orderId, session } = await sale();
    await world.payments.simulator.pay(session.sessionId);
    expect(await rows()).toEqual([]);
    await click(session.url, 'pay');
    await applyAll();
    expect(await world.orderStatus(orderId)).toBe('PAID');
  });

  test('« Refuser » fails the payment and leaves the order to be paid', async () => {
    const { orderId, session } = await sale();
    await click(session.url, 'refuse');
    await applyAll();
    expect(await world.payment(session.paymentId)).toMatchObject({ status: 'FAILED' });
    expect(await world.orderStatus(orderId)).toBe('PENDING');
    expect((await page(session.url)).body).toContain('Paiement refusé');
  });

  test('says that it has expired, and knows no other session', async () => {
    const { session } = await sale();
    world.clock.advance(24 * HOUR);
    expect((await page(session.url)).body).toContain('Cette page a expiré');
    await click(session.url, 'pay');
    expect(await rows()).toEqual([]);
    for (const id of ['cs_test_sandbox_0', `cs_test_sandbox_${'0'.repeat(40)}`, '..%2f..%2fetc', 'cs_test_1']) {
      expect((await app.inject({ method: 'GET', url: `/sandbox/checkout/${id}` })).statusCode).toBe(404);
      expect((await app.inject({ method: 'POST', url: `/sandbox/checkout/${id}/pay` })).statusCode).toBe(404);
    }
  });

  test('writes a hostile title as text', async () => {
    const { session } = await sale();
    const opened = await world.payments.checkout.openSession({
      paymentId: 'p-1',
      amount: { amount: 1, currency: 'EUR' },
      description: '<script>alert("1")</script> & ’',
      customerEmail: 'a@b.fr',
      locale: 'en',
      successUrl: 'http://localhost/"><b>',
      cancelUrl: 'http://localhost/',
      metadata: {},
      expiresAt: new Date(world.clock.now().getTime() + HOUR),
    });
    expect((await page(opened.url)).body).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; ’');
    await world.payments.simulator.pay(opened.sessionId);
    expect((await page(opened.url)).body).toContain('href="http://localhost/&quot;&gt;&lt;b&gt;"');
    expect(session.url).toContain('/sandbox/checkout/');
  });

  test('refuses to exist in production', async () => {
    const { sandboxPayments } = await import('../../../src/services/adapters/payments/sandbox/sandbox.ts');
    expect(() =>
      sandboxPayments({
        directory: '/nowhere',
        secret: Buffer.alloc(32),
        publicUrl: '',
        clock: world.clock,
        isProduction: true,
      }),
    ).toThrow(/refuses to run in production/);
  });
});
