/** 33 a night of quiet hours at the clock change; 35 a bounce stops mails and is seen. As people see it, through the running server. */
import { createSign, generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { MailPort, OutgoingMail } from '../../src/services/adapters/mail/port.ts';
import { sendgridEvents } from '../../src/services/adapters/mail/sendgrid-events.ts';
import { newId } from '../../src/services/kernel/ids.ts';
import { queueMail } from '../../src/services/notifications/index.ts';
import { endQuietHoursTask } from '../../src/services/notifications/digests/tasks.ts';
import type { Tx } from '../../src/services/platform/context.ts';
import { testClock } from '../support/clock.ts';
import { openTestEnvironment, type TestEnvironment } from '../support/environment.ts';
import { mails } from '../support/mails.ts';
import { person, type Person } from '../services/orders/orders-fixture.ts';

const clock = testClock('2027-03-27T21:30:00Z');
const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const taken: OutgoingMail[] = [];
const mail: MailPort = {
  events: sendgridEvents(publicKey.export({ format: 'der', type: 'spki' }).toString('base64')),
  send: async (outgoing) => {
    taken.push(outgoing);
    return { providerId: `p-${taken.length}` };
  },
};

let env: TestEnvironment;
let admin: Person;
beforeAll(async () => {
  env = await openTestEnvironment({
    ...{ clock, isWorking: false, services: { mail, mailbox: null } },
    environment: { TIME_ZONE: 'Europe/Paris' },
  });
  admin = await person(env, 'ADMIN');
});
afterAll(() => env.close());

async function ask<T>({ actor }: Person, document: string, variables: Record<string, unknown> = {}): Promise<T> {
  const { data, codes } = await env.ask(actor, document, variables);
  expect(codes).toEqual([]);
  return data as T;
}
const work = () => env.app.worker.runDue();

/** An admin notifies somebody of something, in the application and by mail. */
async function notifyByMail(someone: Person, title: string, priority = 'NORMAL'): Promise<void> {
  const document =
    'mutation ($input: CreateAdminNotificationInput!) { createAdminNotification(input: $input) { recipientCount } }';
  const input = { audience: 'EVERYONE', userIds: [someone.id], title, message: 'Voici.', type: 'INFO', priority };
  await ask(admin, document, { input: { ...input, isByMail: true, key: newId() } });
  await work();
}
const emailOf = async ({ id }: Person): Promise<string> =>
  (await env.db.selectFrom('user').select('email').where('id', '=', id).executeTakeFirstOrThrow()).email as string;
const received = async (someone: Person): Promise<string[]> => {
  const email = await emailOf(someone);
  return taken.filter(({ to }) => to.email === email).map(({ subject }) => subject);
};
async function minute(at: string): Promise<void> {
  clock.set(new Date(at));
  await env.run(async ({ enqueue }: Tx<'enqueue'>) => enqueue(endQuietHoursTask, {}), undefined);
  await work();
}

test('in the night in which the clock changes, what came is mailed when it ends by the clock, in one mail, and once', async () => {
  const sleeper = await person(env);
  await ask(sleeper, 'mutation ($input: SetQuietHoursInput!) { setQuietHours(input: $input) { digestAt } }', {
    input: { quietHours: { from: '22:00', to: '07:00', timeZone: 'Europe/Paris' } },
  });
  await notifyByMail(sleeper, 'Une première nouvelle');
  await notifyByMail(sleeper, 'Une seconde nouvelle');
  expect(await received(sleeper)).toEqual([]);
  await notifyByMail(sleeper, 'Une urgence', 'URGENT');
  expect(await received(sleeper)).toHaveLength(1);
  // 02:00 is 03:00: the night has eight hours, and 07:00 is 05:00 UTC.
  await minute('2027-03-28T04:59:00Z');
  expect(await received(sleeper)).toHaveLength(1);
  await minute('2027-03-28T05:00:00Z');
  await minute('2027-03-28T05:01:00Z');
  const all = await received(sleeper);
  expect(all).toHaveLength(2);
  const digest = taken.at(-1)?.text ?? '';
  for (const said of ['Une première nouvelle', 'Une seconde nouvelle']) expect(digest).toContain(said);
  expect(digest).not.toContain('Une urgence');
  // In the application everything was there at once.
  const { unreadNotificationCount } = await ask<{ unreadNotificationCount: number }>(
    sleeper,
    '{ unreadNotificationCount }',
  );
  expect(unreadNotificationCount).toBe(3);
});

test('what is pressing leaves at eight, when quiet hours go on; the rest when they end', async () => {
  clock.set(new Date('2027-03-29T21:30:00Z'));
  const sleeper = await person(env);
  await ask(sleeper, 'mutation ($input: SetQuietHoursInput!) { setQuietHours(input: $input) { digestAt } }', {
    input: { quietHours: { from: '22:00', to: '11:00', timeZone: 'Europe/Paris' } },
  });
  await notifyByMail(sleeper, 'Cela peut attendre');
  await notifyByMail(sleeper, 'Cela presse', 'HIGH');
  await minute('2027-03-30T05:59:00Z');
  expect(await received(sleeper)).toEqual([]);
  await minute('2027-03-30T06:00:00Z');
  expect(await received(sleeper)).toEqual([expect.stringContaining('Cela presse')]);
  await minute('2027-03-30T09:00:00Z');
  expect(await received(sleeper)).toHaveLength(2);
});

/** What the provider posts, signed as it signs. */
async function post(events: readonly object[], sign = true): Promise<number> {
  const at = String(Math.floor(clock.now().getTime() / 1_000));
  const body = JSON.stringify(events);
  const signature = createSign('sha256')
    .update(at)
    .update(sign ? body : 'something else')
    .sign(privateKey, 'base64');
  const { status } = await fetch(`${env.url}/webhooks/sendgrid`, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json',
      'x-twilio-email-event-webhook-signature': signature,
      'x-twilio-email-event-webhook-timestamp': at,
    },
  });
  await work();
  return status;
}

test('a bounce is seen on the person and by the admins, stops their mails, and ends when an admin lifts it', async () => {
  clock.set(new Date('2027-03-30T10:00:00Z'));
  const reader = await person(env);
  const email = await emailOf(reader);
  const owe = async (key: string): Promise<void> => {
    await env.run(
      ({ em, now, enqueue }: Tx<'em' | 'now' | 'enqueue'>) =>
        queueMail(
          { em, now, enqueue },
          {
            ...{
              template: mails['order-cancelled'],
              locale: 'fr',
              data: mails['order-cancelled'].sample,
              dedupeKey: key,
            },
            recipient: { userId: reader.id, email, name: 'Léa' },
          },
        ),
      undefined,
    );
    await work();
  };
  await owe('bounce:1');
  expect(await received(reader)).toHaveLength(1);
  const delivery = await env.db
    .selectFrom('email_delivery')
    .select('id')
    .where('dedupe_key', '=', 'bounce:1')
    .executeTakeFirstOrThrow();
  const bounce = {
    ...{
      email,
      event: 'bounce',
      type: 'bounce',
      reason: '550 no such mailbox',
      sg_message_id: 'm',
      sg_event_id: 'b-1',
    },
    ...{ timestamp: Math.floor(clock.now().getTime() / 1_000), delivery_id: delivery.id },
  };
  expect(await post([bounce], false)).toBeGreaterThanOrEqual(400);
  expect(await post([bounce, bounce])).toBe(200);

  const seen = await ask<{ me: { isMailRefused: boolean } }>(reader, '{ me { isMailRefused } }');
  expect(seen.me.isMailRefused).toBe(true);
  await owe('bounce:2');
  expect(await received(reader)).toHaveLength(1);
  const list =
    'query ($filter: EmailDeliveryFilterInput) { emailDeliveries(first: 10, filter: $filter) { nodes { status } } }';
  const { emailDeliveries } = await ask<{ emailDeliveries: { nodes: { status: string }[] } }>(admin, list, {
    filter: { toEmail: email },
  });
  expect(emailDeliveries.nodes.map(({ status }) => status).toSorted()).toEqual(['BOUNCED', 'SUPPRESSED']);

  const { emailSuppressions } = await ask<{ emailSuppressions: { nodes: { id: string; reason: string }[] } }>(
    admin,
    'query ($address: EmailAddress) { emailSuppressions(first: 5, address: $address) { nodes { id reason } } }',
    { address: email },
  );
  expect(emailSuppressions.nodes).toMatchObject([{ reason: 'BOUNCE' }]);
  const { notifications } = await ask<{ notifications: { nodes: { type: string; priority: string }[] } }>(
    admin,
    '{ notifications(first: 20) { nodes { type priority } } }',
  );
  // The bounce, and the mail that did not leave because of it.
  expect(notifications.nodes).toEqual(Array(2).fill({ type: 'WARNING', priority: 'HIGH' }));

  await ask(admin, 'mutation ($input: LiftSuppressionInput!) { liftSuppression(input: $input) { id } }', {
    input: { id: emailSuppressions.nodes[0]?.id },
  });
  await work();
  // What was owed meanwhile is tried once more.
  expect(await received(reader)).toHaveLength(2);
  const now = await ask<{ me: { isMailRefused: boolean } }>(reader, '{ me { isMailRefused } }');
  expect(now.me.isMailRefused).toBe(false);
});
