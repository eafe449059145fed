// @lane sqlite: no database
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { PaymentFailure, type PushRequest } from '../../../../src/services/adapters/payments/port.ts';
import { feexpayPayments } from '../../../../src/services/adapters/payments/feexpay/feexpay.ts';
import { feexpayServer, type FeexpayFault, type FeexpayServer } from '../../../support/feexpay-server.ts';

let server: FeexpayServer;
beforeEach(async () => {
  server = await feexpayServer();
  if (!server.isChecked) console.log('not checked: the contract of FeexPay is not in ../shared/contracts/feexpay');
});
afterEach(() => server.close());

const port = (settings: { token?: string; baseUrl?: string } = {}) =>
  feexpayPayments({
    token: 'fp_test_1',
    shop: 'shop_1',
    webhookSecret: 'hidden',
    networks: ['MTN', 'WAVE_SN'],
    baseUrl: server.url,
    timeoutMs: 1_500,
    ...settings,
  }).push;
const request: PushRequest = {
  paymentId: '0197c000-0000-7000-8000-000000000001',
  amount: { amount: 10_000, currency: 'XOF' },
  network: 'MTN',
  phoneDigits: '2290166000000',
  description: 'Relecture\u00a0: «\u00a0L’été-là\u00a0»',
  locale: 'fr',
  returnUrl: 'https://livres.exemple/commandes/1',
};
const garbage = (status: number, text: string): FeexpayFault => ({ kind: 'answer', status, text });

test('asks for a push with what the contract allows and nothing about the person', async () => {
  const pushed = await port().requestPush(request);
  expect(pushed).toEqual({
    status: 'PROCESSING',
    providerPaymentId: server.lastPush().reference,
    reference: request.paymentId,
    amount: { amount: 10_000, currency: 'XOF' },
    failureReason: null,
    paymentUrl: null,
  });
  expect(server.asked).toEqual([
    {
      operation: 'requestToPay',
      name: 'mtn',
      authorization: 'Bearer fp_test_1',
      body: {
        shop: 'shop_1',
        amount: 10_000,
        phoneNumber: '2290166000000',
        description: 'Relecture L ete la',
        callback_info: request.paymentId,
      },
    },
  ]);
});

test('a network with a page answers its address, and knows where to come back to', async () => {
  const pushed = await port().requestPush({ ...request, network: 'WAVE_SN', phoneDigits: '221771234567' });
  expect(pushed.paymentUrl).toBe(`https://pay.example.org/c/${server.lastPush().reference}`);
  expect(server.asked[0]?.body).toMatchObject({ return_url: 'https://livres.exemple/commandes/1' });
});

test('a push ends as its status says', async () => {
  const { providerPaymentId } = await port().requestPush(request);
  const read = () => port().readPush(providerPaymentId as string);
  server.lastPush().status = 'IN PENDING STATE';
  expect((await read()).status).toBe('PROCESSING');
  server.lastPush().status = 'SUCCESSFUL';
  expect(await read()).toMatchObject({ status: 'PAID', amount: { amount: 10_000, currency: 'XOF' } });
  server.lastPush().status = 'FAILED';
  expect(await read()).toMatchObject({
    status: 'FAILED',
    failureReason: 'LOW_BALANCE_OR_PAYEE_LIMIT_REACHED_OR_NOT_ALLOWED',
  });
});

const silences: [string, FeexpayFault][] = [
  ['no answer in time', { kind: 'hang' }],
  ['a connection that is cut', { kind: 'reset' }],
  ['500', garbage(500, '{"message":"oops"}')],
  ['502 in HTML', garbage(502, '<html>Bad gateway</html>')],
  ['204', garbage(204, '')],
  ['an answer that is not JSON', garbage(200, 'OK')],
  ['a word of tomorrow', garbage(200, '{"reference":"FXP-mtn-000001","status":"REVERSED"}')],
  ['no status', garbage(200, '{"reference":"FXP-mtn-000001"}')],
  ['an endless answer', garbage(200, `{"reference":"FXP-mtn-000001","status":"FAILED","x":"${'x'.repeat(70_000)}"}`)],
];

describe('nobody knows, so it is neither paid nor failed', () => {
  test.each(silences)('asking: %s', async (_what, fault) => {
    server.faults.push(fault);
    expect((await port().requestPush(request)).status).toBe('UNKNOWN');
  });

  test.each(silences)('reading: %s', async (_what, fault) => {
    const { providerPaymentId } = await port().requestPush(request);
    server.lastPush().status = 'FAILED';
    server.faults.push(fault);
    expect((await port().readPush(providerPaymentId as string)).status).toBe('UNKNOWN');
  });

  test('reading: a reference that the provider has lost, a wrong token, the answer to another question', async () => {
    expect(await port().readPush('FXP-lost-1')).toMatchObject({ status: 'UNKNOWN', failureReason: 'http_404' });
    const { providerPaymentId } = await port().requestPush(request);
    expect((await port({ token: 'fp_old' }).readPush(providerPaymentId as string)).status).toBe('UNKNOWN');
    server.faults.push(garbage(200, '{"reference":"FXP-mtn-999999","status":"SUCCESSFUL","amount":10000}'));
    expect((await port().readPush(providerPaymentId as string)).status).toBe('UNKNOWN');
  });

  test('asking: the reference of an answer that nobody understands is kept, so that it can be read', async () => {
    server.faults.push(garbage(200, '{"reference":"FXP-mtn-000001","status":"ACCEPTED"}'));
    expect((await port().requestPush(request)).providerPaymentId).toBe('FXP-mtn-000001');
  });
});

describe('certainly no push', () => {
  const failure = async (pending: Promise<unknown>) => {
    const error = await pending.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(PaymentFailure);
    const { kind, reason } = error as PaymentFailure;
    return { kind, reason };
  };

  test('what the provider refuses, by its code where it has one', async () => {
    server.faults.push(garbage(400, '{"reason":"PAYER_NOT_FOUND","message":"+2290166000000"}'));
    expect(await failure(port().requestPush(request))).toEqual({ kind: 'refused', reason: 'PAYER_NOT_FOUND' });
    server.faults.push(garbage(422, '{"reason":"unknown payer +2290166000000"}'));
    expect(await failure(port().requestPush(request))).toEqual({ kind: 'refused', reason: 'http_422' });
    expect(await failure(port({ token: 'fp_old' }).requestPush(request))).toEqual({
      kind: 'refused',
      reason: 'http_401',
    });
  });

  test('too many, or nobody there', async () => {
    server.faults.push(garbage(429, '{}'));
    expect((await failure(port().requestPush(request))).kind).toBe('unavailable');
    await server.close();
    expect((await failure(port().requestPush(request))).kind).toBe('unavailable');
    server = await feexpayServer();
  });

  test('euros are not asked for', async () => {
    const euros = { ...request, amount: { amount: 10_000, currency: 'EUR' } };
    expect((await failure(port().requestPush(euros))).reason).toBe('currency');
    expect(server.asked).toEqual([]);
  });
});

test('a page that is not on HTTPS is not handed to the payer', async () => {
  const text = JSON.stringify({ reference: 'FXP-wave-1', status: 'PENDING', payment_url: 'javascript:alert(1)' });
  server.faults.push(garbage(200, text));
  expect((await port().requestPush({ ...request, network: 'WAVE_SN' })).paymentUrl).toBeNull();
});

test('a notification is only a hint: which push, and nothing else', async () => {
  const { hints } = port();
  await port().requestPush(request);
  const { reference } = server.lastPush();
  expect(hints.parse(server.notification(reference, { status: 'SUCCESSFUL', amount: 1 }))).toEqual({
    providerPaymentId: reference,
    reference: request.paymentId,
  });
  for (const body of [null, 'x', [], {}, { reference: '../../admin' }, { reference: { $ne: '' } }])
    expect(hints.parse(body)).toBeUndefined();
});
