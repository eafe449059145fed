import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { createHttpServer } from '../../../src/resolvers/http/http-server.ts';
import { smsCallbackRoutes } from '../../../src/resolvers/http/sms-callbacks.ts';
import { SmsFailure, type OutgoingSms, type SmsPort } from '../../../src/services/adapters/sms/port.ts';
import { twilioCallbacks } from '../../../src/services/adapters/sms/twilio-callbacks.ts';
import { newId } from '../../../src/services/kernel/ids.ts';
import {
  listSmsDeliveries,
  monthlySmsUsage,
  notificationsRetention,
  notificationTasks,
  sendText,
  type SmsDeliveryRow,
  type Text,
} from '../../../src/services/notifications/index.ts';
import { textMetrics } from '../../../src/services/notifications/texts/text-figures.ts';
import { derivedSecrets } from '../../../src/services/platform/derived-secrets.ts';
import { createMetrics } from '../../../src/services/platform/metrics.ts';
import { createRateLimits } from '../../../src/services/platform/rate-limits.ts';
import { testClock } from '../../support/clock.ts';
import { person } from '../../support/make/actor.ts';
import { retain } from '../../support/retention.ts';
import { createWorld, type World } from '../../support/world.ts';

const token = 'the-token-of-the-account';
const number = '+33612345678';
const publicUrl = 'https://api.example.org';
const clock = testClock('2027-01-14T10:00:00Z');

/** What the vendor does next, and what it was given. */
let next: SmsFailure | null = null;
let price: { tenThousandths: number; currency: string } | null = null;
const taken: OutgoingSms[] = [];
const sms: SmsPort = {
  callbacks: twilioCallbacks(token),
  priceOf: async () => price,
  send: async (outgoing) => {
    taken.push(outgoing);
    const failure = next;
    next = null;
    if (failure !== null) throw failure;
    return { providerId: `SM${taken.length}` };
  },
};

let world: World;
let http: FastifyInstance;
beforeAll(async () => {
  world = await createWorld({
    clock,
    tasks: notificationTasks,
    environment: { PUBLIC_URL: publicUrl },
    services: { sms, derived: derivedSecrets(Buffer.alloc(32, 1)), limits: createRateLimits({ scale: 1 }) },
  });
  http = await createHttpServer({ config: world.config, log: world.logs.log, metrics: createMetrics() });
  smsCallbackRoutes(http, () => world.contextFor());
  await http.ready();
});
afterAll(async () => {
  await http.close();
  await world.close();
});
beforeEach(() => {
  taken.length = 0;
  next = null;
});

const send = (facts: Partial<Text> = {}) =>
  sendText(world.contextFor(), { kind: 'test', to: number, text: 'Bonjour', dedupeKey: newId(), ...facts });

const admin = person('ADMIN');
const rows = async (filter = {}): Promise<readonly SmsDeliveryRow[]> =>
  (await listSmsDeliveries(world.contextFor(admin), { first: 100, filter })).nodes;
const newest = async (): Promise<SmsDeliveryRow> => (await rows())[0] as SmsDeliveryRow;

/** What Twilio posts, signed as it signs. */
function post(path: string, fields: Record<string, string>, signedWith = token) {
  const url = `${publicUrl}${path}`;
  const signed =
    url +
    Object.keys(fields)
      .sort()
      .map((name) => name + fields[name])
      .join('');
  return http.inject({
    method: 'POST',
    url: path,
    payload: new URLSearchParams(fields).toString(),
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-twilio-signature': createHmac('sha1', signedWith).update(signed).digest('base64'),
    },
  });
}
const report = (id: string, MessageStatus: string, more: Record<string, string> = {}) =>
  post(`/webhooks/twilio/status?delivery=${id}`, { MessageSid: 'SM1', AccountSid: 'AC1', MessageStatus, ...more });
let replies = 0;
const reply = (Body: string, MessageSid = `SMr${(replies += 1)}`, From = number) =>
  post('/webhooks/twilio/messages', { MessageSid, From, To: '+33700000000', Body });

describe('sending', () => {
  test('once for its key, within GSM-7, without keeping the number or the text', async () => {
    const once = {
      dedupeKey: newId(),
      text: 'Prêt\u00a0: à tantôt, l’été',
      about: { type: 'BOOKING' as const, id: newId() },
    };
    expect([await send(once), await send(once)]).toEqual(['ACCEPTED', 'ACCEPTED']);
    const row = await newest();
    expect(taken).toMatchObject([
      {
        to: number,
        text: "Pret : à tantot, l'été",
        statusUrl: `${publicUrl}/webhooks/twilio/status?delivery=${row.id}`,
      },
    ]);
    expect(row).toMatchObject({
      status: 'ACCEPTED',
      numberEnd: '5678',
      segments: 1,
      attempts: 1,
      subjectId: once.about.id,
    });
    const stored = JSON.stringify(await world.db.selectFrom('sms_delivery').selectAll().execute());
    for (const secret of [number, '612345678', 'Pret']) expect(stored).not.toContain(secret);
    expect((await rows({ to: number })).map(({ id }) => id)).toContain(row.id);
    expect(await rows({ to: '+33612345679' })).toEqual([]);
    await expect(listSmsDeliveries(world.contextFor(person('CUSTOMER')), { first: 1 })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });

  test('is tried three times when it is refused for passing reasons, and given up then', async () => {
    const again = { dedupeKey: newId() };
    for (const attempt of [1, 2]) {
      next = new SmsFailure('retryable', 'Busy', { status: 503 });
      await expect(send(again)).rejects.toMatchObject({ kind: 'retryable' });
      expect(await newest()).toMatchObject({ status: 'WAITING', attempts: attempt });
    }
    next = new SmsFailure('retryable', 'Busy', { status: 429, code: 20429 });
    expect(await send(again)).toBe('FAILED');
    expect(await newest()).toMatchObject({ status: 'FAILED', attempts: 3, errorCode: 20429 });
    expect(await send(again)).toBe('FAILED');
    expect(taken).toHaveLength(3);
  });

  test('one that may have left is not sent again; the vendor’s word of it is believed', async () => {
    const once = { dedupeKey: newId() };
    next = new SmsFailure('ambiguous', 'No answer');
    expect([await send(once), await send(once)]).toEqual(['UNKNOWN', 'UNKNOWN']);
    expect(taken).toHaveLength(1);
    expect((await report((await newest()).id, 'delivered')).statusCode).toBe(200);
    expect(await newest()).toMatchObject({ status: 'DELIVERED' });
  });

  test('an attempt whose process died is in doubt', async () => {
    const died = { dedupeKey: newId() };
    next = new SmsFailure('retryable', 'Busy');
    await expect(send(died)).rejects.toThrow();
    await world.db
      .updateTable('sms_delivery')
      .set({ status: 'SENDING' })
      .where('dedupe_key', '=', died.dedupeKey)
      .execute();
    expect(await send(died)).toBe('UNKNOWN');
    expect(taken).toHaveLength(1);
  });

  test('its price is asked for later', async () => {
    await send();
    price = { tenThousandths: 760, currency: 'USD' };
    clock.advance(3_600_000);
    await world.worker.runDue();
    expect(await newest()).toMatchObject({ priceTenThousandths: 760, priceCurrency: 'USD' });
  });
});

describe('what the vendor says', () => {
  test('leads forward only: late, twice and out of order', async () => {
    await send();
    const { id } = await newest();
    for (const [said, is] of [
      ['sent', 'SENT'],
      ['queued', 'SENT'],
      ['delivered', 'DELIVERED'],
      ['sent', 'DELIVERED'],
      ['undelivered', 'DELIVERED'],
      ['delivered', 'DELIVERED'],
      ['constructor', 'DELIVERED'],
    ] as const) {
      const answer = await report(id, said);
      expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'text/xml; charset=utf-8']);
      expect(answer.body).toContain('<Response/>');
      expect(await newest()).toMatchObject({ status: is });
    }
  });

  test('of another message, of one that is not known, or of nothing changes nothing', async () => {
    await send();
    const { id } = await newest();
    for (const answer of [
      await report(id, 'delivered', { MessageSid: 'SM-other' }),
      await report(newId(), 'delivered'),
      await report('x', 'delivered'),
    ])
      expect(answer.statusCode).toBe(200);
    expect(await newest()).toMatchObject({ id, status: 'ACCEPTED' });
  });

  test('is refused when it is forged, unsigned, or too large', async () => {
    await send();
    const { id } = await newest();
    const path = `/webhooks/twilio/status?delivery=${id}`;
    const fields = { MessageSid: 'SM1', MessageStatus: 'delivered' };
    const forged = await post(path, fields, 'another token');
    expect([forged.statusCode, forged.json().errors?.[0]?.extensions?.code ?? forged.json().code]).toEqual([
      400,
      'INPUT_INVALID',
    ]);
    const form = { method: 'POST' as const, headers: { 'content-type': 'application/x-www-form-urlencoded' } };
    expect((await http.inject({ ...form, url: path, payload: 'MessageSid=SM1' })).statusCode).toBe(400);
    expect((await http.inject({ ...form, url: path, payload: `a=${'x'.repeat(40_000)}` })).statusCode).toBe(413);
    expect((await http.inject({ method: 'POST', url: path, payload: fields })).statusCode).toBe(415);
    expect(await newest()).toMatchObject({ status: 'ACCEPTED' });
  });
});

describe('STOP', () => {
  const optOuts = () => world.db.selectFrom('sms_opt_out').select(['cause', 'number_hash']).execute();

  test('and ARRÊT stop every text to the number, START allows them, and an old STOP that comes again changes nothing', async () => {
    for (const word of ['Arrêt.', 'stop']) {
      expect((await reply(word, `SM-${word}`)).statusCode).toBe(200);
      expect(await send()).toBe('OPTED_OUT');
      expect(taken).toEqual([]);
      await reply('START');
    }
    await reply('stop', 'SM-stop');
    expect(await send()).toBe('ACCEPTED');
    expect(world.auditLog.map(({ action }) => action)).toEqual([
      'SMS_OPTED_OUT',
      'SMS_OPTED_IN',
      'SMS_OPTED_OUT',
      'SMS_OPTED_IN',
    ]);
    expect(JSON.stringify(world.auditLog)).not.toContain('5678');
  });

  test('is not read into other words, nor into what nobody signed', async () => {
    for (const text of ['Je ne peux pas m’arrêter', 'Non', '']) await reply(text);
    const forged = await post(
      '/webhooks/twilio/messages',
      { MessageSid: 'SMx', From: number, Body: 'STOP' },
      'another',
    );
    expect(forged.statusCode).toBe(400);
    expect(await optOuts()).toEqual([]);
  });

  test('said to the vendor is learned from its refusal, once, and published without the number', async () => {
    next = new SmsFailure('permanent', 'Twilio answered 400 (21610)', { status: 400, code: 21610 });
    expect(await send()).toBe('OPTED_OUT');
    expect(await send()).toBe('OPTED_OUT');
    expect(taken).toHaveLength(1);
    expect(await optOuts()).toMatchObject([{ cause: 'PROVIDER' }]);
    const events = await world.db
      .selectFrom('outbox_event')
      .select('payload')
      .where('name', '=', 'sms.opted-out')
      .execute();
    expect(JSON.stringify(events)).not.toContain('5678');
    await reply('START');
    await send();
    const { id } = await newest();
    await report(id, 'undelivered', { ErrorCode: '21610', MessageSid: `SM${taken.length}` });
    expect(await newest()).toMatchObject({ status: 'OPTED_OUT', errorCode: 21610 });
    await reply('START');
  });
});

test('a month counts what left for a plan, by parts; the share of failures is that of the last day', async () => {
  clock.set('2027-03-31T21:30:00Z');
  const payerId = newId();
  const usage = () => monthlySmsUsage(world.readContext(), { payerId, timeZone: 'Europe/Paris' });
  await send({ payerId, text: 'x'.repeat(161) });
  await send({ payerId: newId() });
  next = new SmsFailure('permanent', 'No', { code: 21211 });
  await send({ payerId });
  expect(await usage()).toBe(2);
  expect(await textMetrics[0]?.read({ db: world.db, now: clock.now() })).toEqual([{ value: 1 / 3 }]);
  // In Paris it is April by now.
  clock.set('2027-03-31T22:30:00Z');
  expect(await usage()).toBe(0);
  await send({ payerId });
  expect(await usage()).toBe(1);
});

test('texts are deleted after 90 days; numbers that answered STOP stay', async () => {
  await reply('STOP');
  clock.advance(91 * 24 * 3_600_000);
  await send({ to: '+33612345670' });
  await retain(world.contextFor(), notificationsRetention);
  expect((await rows()).map(({ numberEnd }) => numberEnd)).toEqual(['5670']);
  expect(await world.db.selectFrom('sms_reply').selectAll().execute()).toEqual([]);
  expect(await world.db.selectFrom('sms_opt_out').selectAll().execute()).toHaveLength(1);
});
