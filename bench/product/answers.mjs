// What the bench requests from the running product from inside: live events, and tokens of many people.
import { newId } from '../../dist/services/kernel/ids.js';
import { createCabinet } from '../../dist/services/archive/index.js';
import { sendMessage } from '../../dist/services/messaging/index.js';
import { roots } from '../dataset/generate.mjs';
import { seedPlans } from '../../dist/services/billing/index.js';
import { seedContent } from '../../dist/services/content/index.js';
import { system } from '../../dist/services/access/actor.js';

const now = () => Number(process.hrtime.bigint()) / 1e6;
const rowsAtOnce = 500;
const chunksOf = (list) =>
  Array.from({ length: Math.ceil(list.length / rowsAtOnce) }, (_, i) =>
    list.slice(i * rowsAtOnce, (i + 1) * rowsAtOnce),
  );

export function answersOf(app) {
  const contextNow = () => app.contextFor({ actor: system, requestId: newId() });
  let began = 0;
  const publish = app.live.publish.bind(app.live);
  app.live.publish = (publications) => {
    began = now();
    publish(publications);
  };
  /** One transaction that publishes; returns when the publication began. */
  const published = async (work) => {
    await contextNow().run(work, undefined);
    return { began };
  };
  return {
    /** The pages of the site, as an empty installation has them. */
    seedContent: async () => {
      await seedContent(contextNow());
      return { slug: 'cgv' };
    },
    /** A cabinet of somebody who has all the space that they want; from here on jobs are run as well. */
    cabinet: async ({ userId }) => {
      app.worker.start();
      const ctx = contextNow();
      await seedPlans(ctx, undefined);
      await ctx.run(async ({ em }) => em.getKysely().updateTable('plan_entitlement').set({ value: null }).execute());
      const actor = { ...system, kind: 'PERSON', userId, role: 'CUSTOMER' };
      const { id } = await createCabinet(app.contextFor({ actor, requestId: newId() }), { name: newId() });
      return { cabinetId: id };
    },
    /** A conversation that all of these people are in. */
    talk: async ({ userIds }) => {
      const id = newId();
      await contextNow().run(async ({ em, now: at }) => {
        const db = em.getKysely();
        const common = { created_at: at, version: 1, last_message_at: at };
        await db
          .insertInto('conversation')
          .values({
            ...common,
            id,
            subject: 'Pour tous',
            subject_key: 'pour tous',
            context_type: 'DIRECT',
            context_id: null,
          })
          .execute();
        for (const chunk of chunksOf(userIds))
          await db
            .insertInto('conversation_participant')
            .values(chunk.map((userId) => ({ ...common, id: newId(), conversation_id: id, user_id: userId })))
            .execute();
      }, undefined);
      return { conversationId: id };
    },
    /** An admin says something in it. */
    sendMessage: async ({ conversationId }) => {
      const actor = { ...system, kind: 'PERSON', userId: roots.admin, role: 'ADMIN', sets: [] };
      await sendMessage(app.contextFor({ actor, requestId: newId() }), {
        ...{ conversationId, content: 'Bonjour à tous.', attachments: [] },
      });
      return { began };
    },
    publishOrder: ({ orderId }) =>
      published(async ({ publish }) => publish({ name: 'orderUpdated' }, orderId, { orderId })),
    publishNotifications: ({ userIds }) =>
      published(async ({ em, publish, now: at }) => {
        const rows = userIds.map((userId) => ({
          id: newId(),
          user_id: userId,
          created_at: at,
          version: 1,
          title: 'Commande payée',
          message: 'Le travail peut commencer.',
          type: 'ORDER',
          priority: 'NORMAL',
          dedupe_key: newId(),
        }));
        for (const chunk of chunksOf(rows)) await em.getKysely().insertInto('notification').values(chunk).execute();
        for (const { id, user_id: userId } of rows)
          publish({ name: 'notificationAdded' }, userId, { notificationId: id });
      }),
    tokens: async ({ userIds }) => {
      const { accessTokens, run } = contextNow();
      const at = new Date();
      const sessions = userIds.map((userId) => ({ id: newId(), userId }));
      await run(async ({ em }) => {
        for (const chunk of chunksOf(sessions)) {
          await em
            .getKysely()
            .insertInto('session')
            .values(
              chunk.map(({ id, userId }) => ({
                id,
                user_id: userId,
                created_at: at,
                version: 1,
                refresh_hash: (newId() + newId()).replaceAll('-', ''),
                expires_at: new Date(at.getTime() + 3_600_000),
                last_used_at: at,
                session_version: 1,
              })),
            )
            .execute();
        }
      }, undefined);
      return sessions.map(
        ({ id, userId }) => accessTokens.sign({ userId, sessionId: id, sessionVersion: 1 }, at).token,
      );
    },
  };
}
