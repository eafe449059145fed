import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Actor } from '../../../src/services/access/actor.ts';
import {
  conversationsOfParts,
  getConversation,
  markConversationRead,
  muteConversation,
  partKey,
  sendMessage,
  unreadCountsOf,
  unreadMessageCount,
  unreadOfParts,
  unreadTotalsOf,
} from '../../../src/services/messaging/index.ts';
import { openMessagingEnvironment } from './messaging-environment.ts';

let env: Awaited<ReturnType<typeof openMessagingEnvironment>>;
beforeAll(async () => {
  env = await openMessagingEnvironment();
});
afterAll(() => env.world.close());

test('what many are sent about one event is what each of them would read alone', async () => {
  const { customer, ines, paul, admin, stranger } = env.people;
  const everybody = [customer, ines, paul, admin, stranger];
  const conversations: string[] = [];
  for (const proofreader of [ines, paul, ines])
    conversations.push(await env.conversationOf(await env.order(proofreader)));
  const [first, second, third] = conversations as [string, string, string];
  const say = (actor: Actor, conversationId: string, audience: 'ALL' | 'STAFF' | 'ADMIN') =>
    sendMessage(env.contextFor(actor), { conversationId, content: 'Un mot', attachments: [], audience });
  for (const conversationId of conversations)
    for (const [actor, audience] of [
      [customer, 'ALL'],
      [admin, 'ALL'],
      [admin, 'STAFF'],
      [admin, 'ADMIN'],
    ] as const)
      await say(actor, conversationId, audience);
  await say(ines, first, 'STAFF');
  await env.world.run(markConversationRead, { conversationId: second }, customer);
  await env.world.run(muteConversation, { conversationId: third, until: new Date('2030-01-01') }, customer);
  // Ines loses what she was in.
  await env.work.assign(await orderOf(third), paul, admin);

  const read = (actor: Actor) => env.world.readContext(actor);
  const ids = everybody.map(({ userId }) => userId as string);
  const totals = await unreadTotalsOf(read(admin), ids);
  const keys = conversations.flatMap((id) => ids.map((userId) => partKey(id, userId)));
  const [counts, seen] = [await unreadOfParts(read(admin), keys), await conversationsOfParts(read(admin), keys)];
  for (const actor of everybody) {
    const userId = actor.userId as string;
    expect([userId, totals.get(userId) ?? 0]).toEqual([userId, await unreadMessageCount(read(actor))]);
    const own = await unreadCountsOf(read(actor), conversations);
    for (const id of conversations) {
      const key = partKey(id, userId);
      expect([key, counts.get(key)]).toEqual([key, own.get(id)]);
      const alone = await getConversation(read(actor), id).catch(() => undefined);
      expect([key, seen.get(key)]).toEqual([key, alone]);
    }
  }
  expect(totals.get(customer.userId as string)).toBeGreaterThan(0);
});

const orderOf = async (conversationId: string): Promise<string> =>
  String(
    (
      await env.world.db
        .selectFrom('conversation')
        .select('context_id')
        .where('id', '=', conversationId)
        .executeTakeFirstOrThrow()
    ).context_id,
  );
