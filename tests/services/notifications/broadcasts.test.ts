/** What admins say to many people goes out in batches, to everybody once. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { User } from '../../../src/entities/identity/user.entity.ts';
import type { UserRole } from '../../../src/services/kernel/roles.ts';
import {
  createAdminNotification,
  listBroadcasts,
  notify,
  queueMail,
  readCountsOf,
  updateNotificationPreferences,
  withdrawBroadcast,
} from '../../../src/services/notifications/index.ts';
import { broadcastBatch, sendBroadcastTask } from '../../../src/services/notifications/broadcasts/send-broadcast.ts';
import { sendDigestsTask } from '../../../src/services/notifications/digests/tasks.ts';
import { jsonFrom } from '../../../src/services/platform/orm/values.ts';
import type { Tx } from '../../../src/services/platform/context.ts';
import { DAY, MINUTE, testClock } from '../../support/clock.ts';
import { openTestEnvironment, type AppEnvironment } from '../../support/environment.ts';
import { mails } from '../../support/mails.ts';
import { makeActor } from '../../support/make/actor.ts';
import { makePerson } from '../../support/make/person.ts';

const clock = testClock();
let env: AppEnvironment;
const admin = makeActor('', { role: 'ADMIN' });
beforeAll(async () => {
  env = await openTestEnvironment({ isServed: false, clock });
  const id = (await people(1, 'ADMIN'))[0] as string;
  Object.assign(admin, { userId: id });
});
afterAll(() => env.close());

let made = 0;
const people = (count: number, role: UserRole): Promise<string[]> =>
  env.run(async ({ em }: Tx<'em'>) => {
    const created = Array.from({ length: count }, () => {
      made += 1;
      return makePerson(em, { email: `many-${made}@example.com`, role });
    });
    await em.flush();
    return created.map(({ id }) => id).toSorted();
  }, undefined);

const words = { title: 'Une panne', message: 'Dimanche.' } as const;
const notified = async (id: string): Promise<string[]> =>
  (
    await env.db
      .selectFrom('notification')
      .select('user_id')
      .where('dedupe_key', 'like', `broadcast:${id}:%`)
      .where('deleted_at', 'is', null)
      .execute()
  )
    .map((row) => row.user_id)
    .toSorted();
const mailed = async (id: string): Promise<number> =>
  (await env.db.selectFrom('email_delivery').select('id').where('dedupe_key', 'like', `broadcast:${id}:%`).execute())
    .length;
const progressOf = async (id: string) =>
  (await listBroadcasts(env.contextFor(admin), { first: 50 })).nodes.find((each) => each.id === id);
const jobs = async (): Promise<number> =>
  (await env.db.selectFrom('job').select('id').where('kind', '=', sendBroadcastTask.kind).execute()).length;

test('many people are notified in batches, each once: who was there then, and is still active', async () => {
  const proofreaders = await people(2 * broadcastBatch + 3, 'PROOFREADER');
  clock.advance(1_000);
  const { id, recipientCount } = await env.run(
    createAdminNotification,
    { ...words, audience: 'PROOFREADER', isByMail: true },
    admin,
  );
  expect(recipientCount).toBe(proofreaders.length);
  // The first batch is there when the answer leaves.
  expect(await notified(id)).toEqual(proofreaders.slice(0, broadcastBatch));
  expect(await progressOf(id)).toMatchObject({ completedAt: null, recipientCount });
  clock.advance(1_000);
  await people(1, 'PROOFREADER');
  const last = proofreaders.at(-1) as string;
  await env.run(({ em }: Tx<'em'>) => em.nativeUpdate(User, { id: last }, { status: 'SUSPENDED' }), undefined);
  await env.app.worker.runDue();
  expect(await notified(id)).toEqual(proofreaders.slice(0, -1));
  expect(await mailed(id)).toBe(proofreaders.length - 1);
  expect((await progressOf(id))?.completedAt).not.toBeNull();
  expect(await jobs()).toBe(2);
  expect((await readCountsOf(env.contextFor(admin), [id])).get(id)).toBe(0);
});

test('what is taken back on its way goes no further, and nobody sees it', async () => {
  const before = await jobs();
  const { id } = await env.run(createAdminNotification, { ...words, audience: 'PROOFREADER', isByMail: true }, admin);
  expect(await notified(id)).toHaveLength(broadcastBatch);
  await env.run(withdrawBroadcast, { id }, admin);
  await env.app.worker.runDue();
  expect(await notified(id)).toEqual([]);
  expect(await mailed(id)).toBe(0);
  expect(await jobs()).toBe(before + 1);
});

test('people who are named are notified in batches too; a key sends it once, a dry run never', async () => {
  const named = await people(broadcastBatch + 1, 'CUSTOMER');
  const input = { ...words, audience: 'EVERYONE', userIds: [...named, named[0] as string], key: 'named' } as const;
  expect((await env.run(createAdminNotification, { ...input, isDryRun: true }, admin)).recipientCount).toBe(
    named.length,
  );
  const { id } = await env.run(createAdminNotification, input, admin);
  expect((await env.run(createAdminNotification, input, admin)).id).toBe(id);
  await env.app.worker.runDue();
  expect(await notified(id)).toEqual(named);
  const row = await env.db.selectFrom('broadcast').select('named_ids').where('id', '=', id).executeTakeFirst();
  expect(row).toEqual({ named_ids: null });
});

/** Of an order, in the application and by a mail of its own. */
async function sayStarted(userId: string): Promise<void> {
  const { frontUrl } = env.contextFor(admin).config;
  await env.run(async (tx: Tx<'em' | 'now' | 'publish' | 'enqueue'>) => {
    const said = { title: 'Votre relecture commence', message: '', type: 'ORDER', actionUrl: '/orders/a' } as const;
    await notify(tx, { ...said, userId, dedupeKey: `started:${userId}` });
    const data = { ...mails['order-started'].sample, orderUrl: `${frontUrl}/orders/a` };
    const recipient = { userId, email: 'camille@example.com', name: 'Camille' };
    await queueMail(tx, {
      ...{ template: mails['order-started'], recipient, locale: 'fr' as const, data, dedupeKey: `mail:${userId}` },
    });
  }, undefined);
}

test('who wants a type in the digest only has it there once, mailed or not, and not what was taken back', async () => {
  const [id = ''] = await people(1, 'CUSTOMER');
  const preferences = (['INFO', 'ORDER'] as const).flatMap((type) => [
    { type, channel: 'IN_APP', mode: 'OFF' } as const,
    { type, channel: 'EMAIL', mode: 'DIGEST' } as const,
  ]);
  await env.run(updateNotificationPreferences, { preferences }, makeActor(id));
  clock.advance(MINUTE);
  const send = async (title: string, isByMail: boolean) => {
    const input = { ...words, title, isByMail, type: 'INFO', audience: 'EVERYONE', userIds: [id] } as const;
    const sent = await env.run(createAdminNotification, input, admin);
    await env.app.worker.runDue();
    return sent.id;
  };
  await sayStarted(id);
  await send('Par e-mail aussi', true);
  await send('Dans l’application', false);
  const back = [await send('Reprise', false), await send('Reprise aussi', true)];
  for (const each of back) await env.run(withdrawBroadcast, { id: each }, admin);
  clock.advance(DAY);
  await env.run(async ({ enqueue }: Tx<'enqueue'>) => enqueue(sendDigestsTask, {}), undefined);
  await env.app.worker.runDue();
  const { data } = await env.db
    .selectFrom('email_delivery')
    .select('data')
    .where('recipient_id', '=', id)
    .where('template', '=', 'daily-digest')
    .executeTakeFirstOrThrow();
  const { entries } = jsonFrom<{ entries: { title: string }[] }>(data);
  expect(entries.map(({ title }) => title)).toEqual([
    'Votre relecture commence',
    'Par e-mail aussi',
    'Dans l’application',
  ]);
});
