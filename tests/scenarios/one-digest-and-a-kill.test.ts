/** One digest under two workers and a kill; a broadcast that is killed reaches everybody once. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { system } from '../../src/services/access/actor.ts';
import type { Tx } from '../../src/services/platform/context.ts';
import { notifyMany, updateNotificationPreferences } from '../../src/services/notifications/index.ts';
import { sendDigests } from '../../src/services/notifications/digests/send-digests.ts';
import { sendMailTask } from '../../src/services/notifications/tasks/send-mail.task.ts';
import { dieAtEach } from '../support/die-at-each.ts';
import { makeActor } from '../support/make/actor.ts';
import { makePerson } from '../support/make/person.ts';
import { openCounting, type Counting } from '../support/money.ts';
import { spawnModule } from '../support/processes/spawn.ts';

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
      await Promise.all([sendDigests(ctx(), {}), sendDigests(ctx(), {})]);
      expect(await digests()).toEqual(ids.flatMap((id) => Array<string>(days).fill(id)));
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
  await sendDigests(ctx(), {});
  expect((await digests()).length - before).toBe(ids.length);
});
