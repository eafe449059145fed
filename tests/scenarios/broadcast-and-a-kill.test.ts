/** A broadcast that is killed on its way goes on from where it was, and reaches everybody once. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createAdminNotification } from '../../src/services/notifications/index.ts';
import {
  broadcastBatch,
  sendBroadcast,
  sendBroadcastTask,
} from '../../src/services/notifications/broadcasts/send-broadcast.ts';
import type { Tx } from '../../src/services/platform/context.ts';
import { dieAtEach } from '../support/die-at-each.ts';
import { makeActor } from '../support/make/actor.ts';
import { makePerson } from '../support/make/person.ts';
import { openCounting, type Counting } from '../support/money.ts';

const more = 3;
let counting: Counting;
beforeAll(async () => {
  counting = await openCounting();
  await ctx().run(async ({ em }: Tx<'em'>) => {
    for (let i = 0; i < broadcastBatch + more; i += 1) makePerson(em, { role: 'PROOFREADER' });
  }, undefined);
});
afterAll(() => counting.close());

const ctx = () =>
  counting.app.contextFor({ actor: makeActor(counting.buyerId, { role: 'ADMIN' }), requestId: 'broadcast' });

/** How many notifications and mails, and how many people have them. */
async function reachedBy(id: string) {
  const { db } = ctx();
  const about = `broadcast:${id}:%`;
  const notified = await db.selectFrom('notification').select('user_id').where('dedupe_key', 'like', about).execute();
  const mailed = await db
    .selectFrom('email_delivery')
    .select('recipient_id')
    .where('dedupe_key', 'like', about)
    .execute();
  const row = await db.selectFrom('broadcast').select('completed_at').where('id', '=', id).executeTakeFirstOrThrow();
  return {
    notified: [notified.length, new Set(notified.map(({ user_id }) => user_id)).size],
    mailed: [mailed.length, new Set(mailed.map(({ recipient_id }) => recipient_id)).size],
    isOver: row.completed_at !== null,
  };
}

const jobsFor = async (id: string): Promise<number> =>
  (
    await ctx()
      .db.selectFrom('job')
      .select('id')
      .where('dedupe_key', 'like', `${sendBroadcastTask.kind}:${id}:%`)
      .execute()
  ).length;

const of = (count: number, isOver: boolean) => ({ notified: [count, count], mailed: [count, count], isOver });

test('whenever a batch is killed, all of it was notified or nobody, and the job goes on', async () => {
  let id = '';
  const died = await dieAtEach(
    async () => {
      id = (
        await ctx().run(createAdminNotification, {
          ...{ audience: 'PROOFREADER', title: 'Une panne', message: 'Dimanche.', isByMail: true },
        })
      ).id;
      return {
        ...counting.environment,
        ...{ STEP: 'broadcast', INPUT: JSON.stringify({ broadcastId: id }), NOW: new Date().toISOString() },
      };
    },
    async (_, isAlive) => {
      const reached = await reachedBy(id);
      expect(reached).toEqual(reached.isOver ? of(broadcastBatch + more, true) : of(broadcastBatch, false));
      expect(reached.isOver || !isAlive).toBe(true);
      expect(await jobsFor(id)).toBe(1);
      // As the job that the first batch queued does.
      await ctx().run(sendBroadcast, { broadcastId: id });
      expect(await reachedBy(id)).toEqual(of(broadcastBatch + more, true));
    },
  );
  expect(died).toBeGreaterThan(0);
});
