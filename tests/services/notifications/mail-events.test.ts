import { createSign, generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { createMailer } from '../../../src/adapters.ts';
import { createHttpServer } from '../../../src/resolvers/http/http-server.ts';
import { mailEventRoutes } from '../../../src/resolvers/http/mail-events.ts';
import { unsubscribeRoutes } from '../../../src/resolvers/http/unsubscribe.ts';
import type { MailPort, OutgoingMail } from '../../../src/services/adapters/mail/port.ts';
import { sendgridEvents } from '../../../src/services/adapters/mail/sendgrid-events.ts';
import { newId } from '../../../src/services/kernel/ids.ts';
import {
  liftSuppression,
  listSuppressions,
  notificationTasks,
  queueMail,
  retryEmail,
  showEmailDelivery,
  type AnyMail,
  type Mailer,
} from '../../../src/services/notifications/index.ts';
import { syncSuppressions } from '../../../src/services/notifications/suppressions/sync-suppressions.ts';
import { derivedSecrets } from '../../../src/services/platform/derived-secrets.ts';
import { createMetrics } from '../../../src/services/platform/metrics.ts';
import { createRateLimits } from '../../../src/services/platform/rate-limits.ts';
import { mails } from '../../support/mails.ts';
import { testClock } from '../../support/clock.ts';
import { person } from '../../support/make/actor.ts';
import { createWorld, type World } from '../../support/world.ts';
import { addPerson } from './people.ts';

const clock = testClock('2027-01-14T10:00:00Z');
const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });

const taken: OutgoingMail[] = [];
const forgotten: string[] = [];
const listed: { address: string; reason: 'BOUNCE'; since: Date }[] = [];
const mail: MailPort = {
  events: sendgridEvents(publicKey.export({ format: 'der', type: 'spki' }).toString('base64')),
  blocklist: {
    list: () => Promise.resolve(listed),
    forget: async (address) => void forgotten.push(address),
  },
  send: async (outgoing) => {
    taken.push(outgoing);
    return { providerId: `p-${taken.length}` };
  },
};

let world: World;
let http: FastifyInstance;
let adminId: string;
let mailer: Mailer;
beforeAll(async () => {
  const services = { mail, derived: derivedSecrets(Buffer.alloc(32, 1)), limits: createRateLimits({ scale: 100 }) };
  world = await createWorld({
    clock,
    tasks: notificationTasks,
    environment: { PUBLIC_URL: 'https://api.example.org' },
    services: { ...services, mailbox: null, smsFolder: null },
  });
  mailer = createMailer(world.config);
  adminId = (await world.run(addPerson, { role: 'ADMIN' })).id;
  http = await createHttpServer({ config: world.config, log: world.logs.log, metrics: createMetrics() });
  mailEventRoutes(http, () => around());
  unsubscribeRoutes(http, async () => around());
  await http.ready();
});
afterAll(async () => {
  await http.close();
  await world.close();
});
beforeEach(() => {
  taken.length = 0;
  listed.length = 0;
});

const admin = person('ADMIN');
const around = (actor = admin) => ({ ...world.contextFor(actor), mailer });

const seconds = (): number => Math.floor(clock.now().getTime() / 1_000);
let events = 0;
const event = (deliveryId: string, name: string, more: object = {}) => ({
  ...{ email: 'lea@example.org', event: name, timestamp: seconds(), sg_event_id: `e-${(events += 1)}` },
  ...{ sg_message_id: 'm', delivery_id: deliveryId, ...more },
});

/** What SendGrid posts, signed as it signs. */
function post(body: unknown, { at = seconds(), signed = undefined as string | undefined } = {}) {
  const payload = typeof body === 'string' ? body : JSON.stringify(body);
  const signature = createSign('sha256')
    .update(String(at))
    .update(signed ?? payload)
    .sign(privateKey, 'base64');
  return http.inject({
    method: 'POST',
    url: '/webhooks/sendgrid',
    payload,
    headers: {
      'content-type': 'application/json',
      'x-twilio-email-event-webhook-signature': signature,
      'x-twilio-email-event-webhook-timestamp': String(at),
    },
  });
}

/** Jobs run with the mailer, which a bare world has not. */
async function runJobs(): Promise<void> {
  for (const job of await world.db.selectFrom('job').selectAll().where('state', '=', 'PENDING').execute()) {
    const task = notificationTasks.find(({ definition }) => definition.kind === job.kind);
    const payload: unknown = typeof job.payload === 'string' ? JSON.parse(job.payload) : job.payload;
    if (job.kind === 'notifications.send-mail' || job.kind === 'notifications.apply-mail-events')
      await task?.run(around(), payload);
    await world.db.deleteFrom('job').where('id', '=', job.id).execute();
  }
}

async function send(template: AnyMail = mails['order-cancelled'], email = `${newId()}@example.org`): Promise<string> {
  const id = await world.run(queueMail, {
    template,
    recipient: { email, name: 'Léa' },
    locale: 'fr' as const,
    data: template.sample,
    dedupeKey: newId(),
  });
  await runJobs();
  return id as string;
}
const show = (id: string) => showEmailDelivery(around(), { id });
const statusOf = async (id: string) => (await show(id)).delivery.status;
const addressOf = async (id: string) => (await show(id)).delivery.toEmail;
const suppressions = async (address: string) => (await listSuppressions(around(), { address, first: 10 })).nodes;

describe('what the provider says of a mail', () => {
  test('moves it forward in any order, each event once', async () => {
    const id = await send();
    const [late, first] = [event(id, 'deferred', { response: '450 busy' }), event(id, 'delivered')];
    expect((await post([first, first])).json()).toEqual({ kept: 1, ignored: 1 });
    expect((await post([first, late])).json()).toEqual({ kept: 1, ignored: 1 });
    await runJobs();
    expect(await statusOf(id)).toBe('DELIVERED');
    await post([event(id, 'spamreport')]);
    await runJobs();
    await post([event(id, 'bounce', { type: 'blocked', reason: '550 later' })]);
    await runJobs();
    expect(await statusOf(id)).toBe('COMPLAINED');
    expect((await show(id)).events.map(({ kind }) => kind)).toHaveLength(4);
  });

  test('shows that a mail arrived whose attempt was never recorded; it leaves no second time', async () => {
    const id = await send();
    await world.run(({ em }) => em.execute(`update email_delivery set status = 'QUEUED' where id = '${id}'`), {});
    await post([event(id, 'delivered')]);
    await runJobs();
    expect(await statusOf(id)).toBe('DELIVERED');
    expect(taken).toHaveLength(1);
  });

  test('is believed only with its signature, of these bytes and of this hour; what is not ours is let be', async () => {
    const id = await send();
    const body = [event(id, 'bounce')];
    expect((await post(body, { signed: JSON.stringify([]) })).statusCode).toBe(400);
    expect((await post(body, { at: seconds() - 601 })).statusCode).toBe(400);
    expect((await post(body, { at: seconds() + 601 })).statusCode).toBe(400);
    const bare = await http.inject({ method: 'POST', url: '/webhooks/sendgrid', payload: body });
    expect(bare.statusCode).toBe(400);
    const unknown = [event(newId(), 'bounce'), event('x', 'bounce'), event(id, 'open'), event(id, 'toString'), 7, null];
    expect((await post(unknown)).json()).toEqual({ kept: 0, ignored: 6 });
    expect((await post('{"no":"list"}')).json()).toEqual({ kept: 0, ignored: 0 });
    expect((await post('no JSON')).json()).toEqual({ kept: 0, ignored: 0 });
    expect((await post(Array.from({ length: 5_001 }, () => 0))).statusCode).toBe(400);
    expect((await post('x'.repeat(1_024 * 1_024 + 1))).statusCode).toBe(413);
    await runJobs();
    expect(await statusOf(id)).toBe('SENT');
  });
});

describe('an address that refuses mails', () => {
  test('gets none any more; the admins are notified, once for many; lifted, what was owed is tried once more', async () => {
    const id = await send();
    const address = await addressOf(id);
    await post([event(id, 'bounce', { type: 'bounce', reason: '550 5.1.1 unknown user' })]);
    await runJobs();
    expect(await show(id)).toMatchObject({ delivery: { status: 'BOUNCED', lastError: '550 5.1.1 unknown user' } });
    const [suppression] = await suppressions(address);
    expect(suppression).toMatchObject({ address, scope: 'EVERYTHING', reason: 'BOUNCE', source: 'EVENT' });

    const owed = [await send(mails['order-cancelled'], address), await send(mails['password-changed'], address)];
    const wish = await send(mails['monthly-report'], address);
    expect(taken).toHaveLength(1);
    for (const each of [...owed, wish])
      expect((await show(each)).delivery).toMatchObject({ status: 'SUPPRESSED', suppression: 'BOUNCE' });
    const alerts = await world.db
      .selectFrom('notification')
      .select(['title', 'count'])
      .where('user_id', '=', adminId)
      .where('deleted_at', 'is', null)
      .execute();
    expect(alerts).toEqual([{ title: 'Une adresse ne reçoit plus nos e-mails', count: 2 }]);
    await expect(retryEmail(around(), { id: owed[0] as string })).rejects.toMatchObject({ code: 'EMAIL_SUPPRESSED' });

    await liftSuppression(around(), { id: suppression?.id as string });
    expect(forgotten).toEqual([address]);
    // The event is known already: it suppresses nothing a second time.
    await post([event(id, 'delivered')]);
    await runJobs();
    expect(await suppressions(address)).toEqual([]);
    expect(await Promise.all([...owed, wish].map(statusOf))).toEqual(['SENT', 'SENT', 'SUPPRESSED']);
    await expect(liftSuppression(around(), { id: suppression?.id as string })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await retryEmail(around(), { id: wish });
    await runJobs();
    expect(await statusOf(wish)).toBe('SENT');
    await expect(retryEmail(around(), { id: wish })).rejects.toMatchObject({ code: 'ACTION_NOT_ALLOWED' });
  });

  test('is found on the list of the provider, too', async () => {
    const address = `${newId()}@example.org`;
    listed.push({ address, reason: 'BOUNCE', since: clock.now() });
    await syncSuppressions(around(), {});
    await syncSuppressions(around(), {});
    expect(await suppressions(address)).toMatchObject([{ source: 'LIST', scope: 'EVERYTHING' }]);
  });
});

describe('the link that ends mails of a kind', () => {
  const linkOf = (outgoing: OutgoingMail | undefined): string =>
    /^<https:\/\/api\.example\.org(.+)>$/.exec(outgoing?.headers['List-Unsubscribe'] ?? '')?.[1] ?? '';
  const click = (url: string) =>
    http.inject({
      method: 'POST',
      url,
      payload: 'List-Unsubscribe=One-Click',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });

  test('is in the mail and in its headers, one for each, and nowhere on what is owed', async () => {
    const id = await send(mails['monthly-report']);
    await send(mails['monthly-report'], await addressOf(id));
    await send(mails['order-cancelled']);
    const [first, second, owed] = taken;
    expect(first?.headers['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click');
    expect(first?.html).toContain(`https://api.example.org${linkOf(first)}`);
    expect(first?.text).toContain(`https://api.example.org${linkOf(first)}`);
    expect(linkOf(first)).not.toBe(linkOf(second));
    expect(linkOf(first)).not.toContain('example.org');
    expect(Object.keys(owed?.headers ?? {})).toEqual(['Auto-Submitted']);
    expect(owed?.html).not.toContain('unsubscribe');
  });

  test('shows a page and changes nothing; one click ends them, and twice is once; others go on', async () => {
    const id = await send(mails['monthly-report']);
    const address = await addressOf(id);
    const link = linkOf(taken[0]);
    const page = await http.inject({ url: link, headers: { 'accept-language': 'fr' } });
    expect([page.statusCode, page.body.includes('Ne plus recevoir de rapports')]).toEqual([200, true]);
    expect(await suppressions(address)).toEqual([]);
    expect([(await click(link)).statusCode, (await click(link)).statusCode]).toEqual([200, 200]);
    expect(await suppressions(address)).toMatchObject([{ scope: 'REPORTS', reason: 'UNSUBSCRIBE', source: 'LINK' }]);
    const [report, owed] = [
      await send(mails['monthly-report'], address),
      await send(mails['order-cancelled'], address),
    ];
    expect(await Promise.all([report, owed].map(statusOf))).toEqual(['SUPPRESSED', 'SENT']);
  });

  test('works when the mail is forgotten, and not when a sign of it is changed', async () => {
    const id = await send(mails['monthly-report']);
    const link = linkOf(taken[0]);
    for (const forged of [link.replace('REPORTS', 'DIGESTS'), link.slice(0, -1), `${link}/x`, '/unsubscribe/x'])
      expect((await click(forged)).statusCode).toBeGreaterThanOrEqual(400);
    await world.db.deleteFrom('email_delivery').where('id', '=', id).execute();
    expect((await click(link)).statusCode).toBe(200);
    expect(
      (await listSuppressions(around(), { first: 100 })).nodes.filter(({ address }) => address === null),
    ).toHaveLength(1);
  });
});
