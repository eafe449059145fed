/** One digest under two workers and a kill; a broadcast that is killed reaches everybody once. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { system, type Actor } from '../../src/services/access/actor.ts';
import { sendMessage } from '../../src/services/messaging/index.ts';
import { mailUnread } from '../../src/services/messaging/mail-unread.ts';
import { createTicket } from '../../src/services/support/index.ts';
import type { Tx } from '../../src/services/platform/context.ts';
import { notifyMany, updateNotificationPreferences } from '../../src/services/notifications/index.ts';
import { sendDigests } from '../../src/services/notifications/digests/send-digests.ts';
import { sendMailTask } from '../../src/services/notifications/tasks/send-mail.task.ts';
import { dieAtEach } from '../support/die-at-each.ts';
import { makeActor } from '../support/make/actor.ts';
import { makePerson } from '../support/make/person.ts';
import { openCounting, type Counting } from '../support/money.ts';
import { spawnModule } from '../support/processes/spawn.ts';
import { until } from '../support/until.ts';

const clock = { at: new Date('2026-12-01T12:00:00.000Z'), now: (): Date => clock.at };
const day = 24 * 3_600_000;
let counting: Counting;
let ids: string[] = [];
beforeAll(async () => {
  counting = await openCounting({ TIME_ZONE: 'Europe/Paris' }, clock);
  ids = await ctx().run(async ({ em }: Tx<'em'>) => {
    const people = Array.from({ length: 3 }, () => makePerson(em));
    await em.flush();
    return people.map(({ id }) => id).toSorted();
  }, undefined);
  for (const id of ids)
    await ctx(id).run(updateNotificationPreferences, {
      preferences: [{ type: 'ORDER', channel: 'EMAIL', mode: 'DIGEST' }],
    });
});
afterAll(() => counting.close());

const ctx = (id?: string) =>
  counting.app.contextFor({ actor: id === undefined ? system : makeActor(id), requestId: 'digest' });
const settings = (more: Record<string, string>): Record<string, string> => ({
  ...counting.environment,
  NOW: clock.at.toISOString(),
  ...more,
});

/** Something of today that nobody has read; it is due tomorrow at half past eight. */
async function somethingHappens(what: string): Promise<void> {
  clock.at = new Date(clock.at.getTime() + 60_000);
  await ctx().run(
    notifyMany,
    ids.map((userId) => ({ userId, type: 'ORDER' as const, title: what, message: '', dedupeKey: `${what}:${userId}` })),
  );
  clock.at = new Date(clock.at.getTime() + day);
}

const digests = async (): Promise<string[]> =>
  (
    await ctx()
      .db.selectFrom('email_delivery')
      .select('recipient_id')
      .where('template', '=', 'daily-digest')
      .orderBy('recipient_id')
      .execute()
  ).map(({ recipient_id }) => recipient_id as string);
/** The first attempts at sending them. */
const attempts = async (): Promise<number> => {
  const { db } = ctx();
  const sent = await db.selectFrom('email_delivery').select('id').where('template', '=', 'daily-digest').execute();
  const keys = sent.map(({ id }) => `${sendMailTask.kind}:${id}:1`);
  return (await db.selectFrom('job').select('id').where('dedupe_key', 'in', keys).execute()).length;
};

test('whenever it is killed, everybody has one digest of a day, and none is lost', async () => {
  let days = 0;
  await dieAtEach(
    async () => {
      await somethingHappens(`day ${(days += 1)}`);
      return settings({ STEP: 'digests' });
    },
    async () => {
      // All of it, or nothing.
      expect([0, ids.length]).toContain((await digests()).length - (days - 1) * ids.length);
      const due = ids.flatMap((id) => Array<string>(days).fill(id));
      // The server of the database holds the rows of a process that was killed until it notices: until then they are passed over.
      await until('everybody has theirs', async () => {
        await Promise.all([sendDigests(ctx(), {}), sendDigests(ctx(), {})]);
        return (await digests()).length >= due.length;
      });
      await sendDigests(ctx(), {});
      expect(await digests()).toEqual(due);
    },
  );
  expect(days).toBeGreaterThan(2);
  expect(await attempts()).toBe(days * ids.length);
});

test('two workers at one instant, one of them killed: one mail each', async () => {
  const before = (await digests()).length;
  await somethingHappens('two workers');
  const workers = ['digests-queued', ''].map((point) =>
    spawnModule('tests/support/processes/support-step.ts', settings({ STEP: 'digests', CRASH_AT: point })),
  );
  const ends = await Promise.all(workers.map(({ ended }) => ended));
  expect(ends[1]).toBe(0);
  await until('everybody has theirs', async () => {
    await sendDigests(ctx(), {});
    return (await digests()).length - before >= ids.length;
  });
  expect((await digests()).length - before).toBe(ids.length);
});

/** A ticket with two answers of one millisecond, which whoever asks has had time to read. */
async function answeredTwice(
  admin: Actor,
): Promise<{ readonly conversationId: string; readonly messageIds: string[] }> {
  const { id } = await createTicket(ctx(ids[0]), { title: 'Facture', description: 'Où est-elle ?' });
  const { id: conversationId } = await ctx()
    .db.selectFrom('conversation')
    .select('id')
    .where('context_id', '=', id)
    .executeTakeFirstOrThrow();
  const messageIds: string[] = [];
  for (const content of ['La voici.', 'Et l’autre.']) {
    const asked = { conversationId, content, attachments: [] };
    const sent = await sendMessage(counting.app.contextFor({ actor: admin, requestId: 'answer' }), asked);
    messageIds.push(sent.id);
  }
  clock.at = new Date(clock.at.getTime() + 3 * 60_000);
  return { conversationId, messageIds };
}

test('two answers of one millisecond, two workers and a kill at each write: one mail about the conversation', async () => {
  const userId = ids[0] as string;
  const adminId = await ctx().run(async ({ em }: Tx<'em'>) => {
    const made = makePerson(em, { role: 'ADMIN' });
    await em.flush();
    return made.id;
  }, undefined);
  const admin = makeActor(adminId, { role: 'ADMIN' });
  const mailsAbout = async (conversationId: string): Promise<string[]> =>
    (
      await ctx()
        .db.selectFrom('email_delivery')
        .select('template')
        .where('recipient_id', '=', userId)
        .where('dedupe_key', 'like', `conversation-mail:${conversationId}:%`)
        .execute()
    ).map(({ template }) => template);
  let asked = { conversationId: '', messageIds: [] as string[] };
  await dieAtEach(
    async () => {
      asked = await answeredTwice(admin);
      return settings({ STEP: 'unread', INPUT: JSON.stringify({ messageId: asked.messageIds[0], userId }) });
    },
    async () => {
      const { conversationSources: sources } = ctx();
      await Promise.all(asked.messageIds.map((messageId) => ctx().run(mailUnread, { messageId, userId, sources })));
      expect(await mailsAbout(asked.conversationId)).toEqual(['conversation-digest']);
    },
  );
});
