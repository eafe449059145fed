import { expect, test } from '@jest/globals';
import { Stripe } from 'stripe';
import { readEvent } from '../../../../src/services/adapters/payments/stripe/stripe-events.ts';

const now = new Date('2026-11-20T09:00:00Z');
const trust = { secrets: ['whsec_new', 'whsec_old'], isLive: false, clock: { now: () => now } };
const created = Math.floor(now.getTime() / 1000);
const event = (type: string, object: object, changes: object = {}): string =>
  JSON.stringify({
    id: 'evt_1',
    object: 'event',
    type,
    created: created - 5,
    livemode: false,
    data: { object },
    ...changes,
  });
const sign = (payload: string, secret = 'whsec_new', age = 0): string =>
  Stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp: created - age });
const read = (payload: string, signature: string | undefined = sign(payload), more: object = {}) =>
  readEvent(Buffer.from(payload), signature, { ...trust, ...more });
const refused = (reason: string) =>
  expect.objectContaining({ name: 'PaymentFailure', kind: 'refused', reason }) as unknown as Error;

const completed = event('checkout.session.completed', {
  id: 'cs_1',
  object: 'checkout.session',
  customer_details: { email: 'a@b.fr' },
});

test('reads a signed event with either secret while they are being rotated', () => {
  const expected = {
    id: 'evt_1',
    type: 'checkout.session.completed',
    occurredAt: new Date(now.getTime() - 5_000),
    subject: { kind: 'SESSION', sessionId: 'cs_1', evidence: 'ENDED' },
  };
  expect(read(completed)).toEqual(expected);
  expect(read(completed, sign(completed, 'whsec_old'))).toEqual(expected);
  expect(() => read(completed, sign(completed, 'whsec_other'))).toThrow(refused('signature'));
  expect(() => read(completed, sign(completed, 'whsec_old'), { secrets: ['whsec_new'] })).toThrow(refused('signature'));
  expect(() => read(completed, sign(completed), { secrets: [] })).toThrow(refused('signature'));
});

test('refuses a body of which any one byte was changed', () => {
  const signature = sign(completed);
  const bytes = Buffer.from(completed);
  for (let i = 0; i < bytes.length; i++) {
    const changed = Buffer.from(bytes);
    changed[i] = (changed[i] as number) ^ (1 << (i % 8));
    expect(() => readEvent(changed, signature, trust)).toThrow(
      expect.objectContaining({ kind: 'refused' }) as unknown as Error,
    );
  }
  expect(() => readEvent(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes]), signature, trust)).toThrow(
    refused('signature'),
  );
  expect(() => readEvent(Buffer.concat([bytes, Buffer.from([0xff])]), signature, trust)).toThrow(refused('encoding'));
});

test.each([undefined, '', 'v1=00', 't=1,v1=', `t=${created}`, 't=x,v1=00'])('refuses the signature %j', (signature) => {
  expect(() => readEvent(Buffer.from(completed), signature, trust)).toThrow(refused('signature'));
});

test('takes a signature of 300 seconds ago and none older', () => {
  expect(read(completed, sign(completed, 'whsec_new', 300)).id).toBe('evt_1');
  expect(() => read(completed, sign(completed, 'whsec_new', 301))).toThrow(refused('signature'));
});

test('refuses events of the other mode, and signed texts that are no events', () => {
  const live = event('checkout.session.completed', { id: 'cs_1' }, { livemode: true });
  expect(() => read(live)).toThrow(refused('livemode'));
  expect(read(live, sign(live), { isLive: true }).id).toBe('evt_1');
  expect(() => read('not json')).toThrow(refused('json'));
  expect(() => read('{"id":"evt_1"}')).toThrow(refused('shape'));
  const long = event('checkout.session.completed', { id: 'cs_1' }, { id: 'e'.repeat(256) });
  expect(() => read(long)).toThrow(refused('shape'));
});

test.each([
  [
    'checkout.session.async_payment_succeeded',
    { id: 'cs_1' },
    { kind: 'SESSION', sessionId: 'cs_1', evidence: 'PAID' },
  ],
  ['checkout.session.async_payment_failed', { id: 'cs_1' }, { kind: 'SESSION', sessionId: 'cs_1', evidence: 'ENDED' }],
  ['checkout.session.expired', { id: 'cs_1' }, { kind: 'SESSION', sessionId: 'cs_1', evidence: 'ENDED' }],
  [
    'payment_intent.payment_failed',
    { id: 'pi_1', metadata: { paymentId: 'p' } },
    { kind: 'PAYMENT', providerPaymentId: 'pi_1', reference: 'p', evidence: 'ANY' },
  ],
  [
    'charge.refunded',
    { id: 'ch_1', payment_intent: 'pi_1', metadata: {} },
    { kind: 'PAYMENT', providerPaymentId: 'pi_1', reference: null, evidence: 'REFUNDED' },
  ],
  [
    'charge.refunded',
    { id: 'ch_1', payment_intent: { id: 'pi_1' }, metadata: null },
    { kind: 'PAYMENT', providerPaymentId: 'pi_1', reference: null, evidence: 'REFUNDED' },
  ],
  ['charge.refunded', { id: 'ch_1', payment_intent: null }, { kind: 'IGNORED' }],
  [
    'charge.dispute.created',
    { id: 'dp_1', payment_intent: 'pi_1', amount: 35_000, currency: 'eur', reason: 'fraudulent' },
    { kind: 'DISPUTE', providerPaymentId: 'pi_1', disputeId: 'dp_1', evidence: 'ANY' },
  ],
  [
    'charge.dispute.closed',
    { id: 'dp_1', payment_intent: { id: 'pi_1' } },
    { kind: 'DISPUTE', providerPaymentId: 'pi_1', disputeId: 'dp_1', evidence: 'CLOSED' },
  ],
  [
    'refund.updated',
    { id: 're_1', payment_intent: 'pi_1', metadata: { paymentId: 'p' } },
    { kind: 'REFUND', providerPaymentId: 'pi_1', refundId: 're_1', reference: 'p', evidence: 'ANY' },
  ],
  [
    'refund.failed',
    { id: 're_1', payment_intent: { id: 'pi_1' }, metadata: null },
    { kind: 'REFUND', providerPaymentId: 'pi_1', refundId: 're_1', reference: null, evidence: 'FAILED' },
  ],
  ['refund.failed', { id: 're_1', payment_intent: null }, { kind: 'IGNORED' }],
  ['customer.created', { id: 'cus_1' }, { kind: 'IGNORED' }],
])('%s is about %j', (type, object, subject) => {
  expect(read(event(type, object)).subject).toEqual(subject);
});
