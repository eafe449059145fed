// @lane sqlite: proves how hints are taken; what they lead to is proved with the use cases.
/** A provider that does not sign: the address holds a secret, the body is believed by nobody. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { gzipSync } from 'node:zlib';
import { createHttpServer } from '../../../src/resolvers/http/http-server.ts';
import { webhookRoutes } from '../../../src/resolvers/http/webhooks.ts';
import { createMetrics } from '../../../src/services/platform/metrics.ts';
import {
  createMobileMoneyWorld,
  hintSecret,
  type MobileMoneyWorld,
} from '../../services/billing/mobile-money-world.ts';

let world: MobileMoneyWorld;
let app: FastifyInstance;
beforeEach(async () => {
  world = await createMobileMoneyWorld();
  const ctx = world.contextFor();
  app = await createHttpServer({ config: world.config, log: world.logs.log, metrics: createMetrics() });
  webhookRoutes(app, { providers: [world.payments], hinting: [world.feexpay], contextFor: () => ctx });
  await app.ready();
});
afterEach(async () => {
  await app.close();
  await world.close();
});

const post = (body: object | string, { secret = hintSecret, name = 'feexpay', headers = {} } = {}) =>
  app.inject({
    method: 'POST',
    url: `/webhooks/${name}/${secret}`,
    payload: typeof body === 'string' ? body : JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  });
const paid = async () => {
  const { paymentId } = await world.push(await world.sale());
  const push = world.server.lastPush();
  push.status = 'SUCCESSFUL';
  return { paymentId, hint: world.server.notification(push.reference) };
};

test('a hint of the right address pays what the provider shows as paid', async () => {
  const { paymentId, hint } = await paid();
  expect((await post(hint)).json()).toEqual({ received: true });
  expect(await world.payment(paymentId)).toMatchObject({ status: 'PAID' });
  expect((await post(hint)).statusCode).toBe(200);
});

test('a wrong secret, or another provider’s, is an address that does not exist; nothing is asked', async () => {
  const { paymentId, hint } = await paid();
  const asked = world.server.asked.length;
  for (const place of [{ secret: `${hintSecret}x` }, { secret: 'a' }, { name: 'stripe' }, { name: 'constructor' }])
    expect((await post(hint, place)).statusCode).toBe(404);
  expect((await post(hint, { secret: '' })).statusCode).toBe(404);
  expect(world.server.asked).toHaveLength(asked);
  expect(await world.payment(paymentId)).toMatchObject({ status: 'PROCESSING' });
  expect(world.logs.text()).not.toContain(hintSecret);
});

test('what is not ours is answered 200 and not asked about, whatever its form', async () => {
  const { hint } = await paid();
  const asked = world.server.asked.length;
  const zipped = gzipSync(JSON.stringify(hint)).toString('latin1');
  expect((await post({ ...hint, reference: 'FXP-other-1', callback_info: '' })).statusCode).toBe(200);
  expect((await post('{"reference":')).statusCode).toBe(200);
  expect((await post('[]')).statusCode).toBe(200);
  expect((await post(zipped, { headers: { 'content-encoding': 'gzip' } })).statusCode).toBe(200);
  expect(world.server.asked).toHaveLength(asked);
  expect((await post('x'.repeat(256 * 1024 + 1))).statusCode).toBe(413);
});

test('503 while the provider cannot say, so that it sends it again', async () => {
  const { paymentId, hint } = await paid();
  world.server.faults.push({ kind: 'answer', status: 500, text: '{}' });
  expect((await post(hint)).statusCode).toBe(503);
  expect(await world.payment(paymentId)).toMatchObject({ status: 'UNKNOWN' });
  expect((await post(hint)).statusCode).toBe(200);
  expect(await world.payment(paymentId)).toMatchObject({ status: 'PAID' });
});

test('sixty a minute for each address', async () => {
  const statuses: number[] = [];
  for (let i = 0; i < 61; i += 1) statuses.push((await post('{}')).statusCode);
  expect(statuses).toEqual([...Array<number>(60).fill(200), 429]);
  expect((await post('{}')).headers['retry-after']).toMatch(/^\d+$/);
});
