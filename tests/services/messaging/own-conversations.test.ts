import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Actor } from '../../../src/services/access/actor.ts';
import {
  closeConversation,
  deleteMessage,
  listConversations,
  markConversationRead,
  pendingConversations,
  sendMessage,
  startConversation,
} from '../../../src/services/messaging/index.ts';
import { partsOfPerson } from '../../../src/services/messaging/queries/list-conversations.ts';
import { instantFrom } from '../../../src/services/platform/orm/values.ts';
import { MINUTE } from '../../support/clock.ts';
import { makeActor } from '../../support/make/actor.ts';
import { makeVisitorConversation } from '../../support/make/visitor.ts';
import type { Tx } from '../../../src/services/platform/context.ts';
import { planOf } from '../../support/plan.ts';
import { openMessagingEnvironment } from './messaging-environment.ts';

/** A person's own conversations are read in the order of an index that repeats when the last message came. */
let env: Awaited<ReturnType<typeof openMessagingEnvironment>>;
beforeAll(async () => {
  env = await openMessagingEnvironment();
});
afterAll(() => env.world.close());

let state = 3;
const below = (count: number): number => {
  state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
  return Math.floor((state / 2_147_483_648) * count);
};
const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T;

/** What a person is in now, the latest message first, from the conversations themselves. */
async function wantedOf({ userId }: Actor): Promise<string[]> {
  const rows = await env.world.db
    .selectFrom('conversation as c')
    .innerJoin('conversation_participant as p', 'p.conversation_id', 'c.id')
    .select(['c.id', 'c.last_message_at'])
    .where('p.user_id', '=', userId as string)
    .where('p.left_at', 'is', null)
    .execute();
  return rows
    .map(({ id, last_message_at }) => ({ id, at: instantFrom(last_message_at).getTime() }))
    .sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1))
    .map(({ id }) => id);
}

async function pagesOf(actor: Actor, size: number): Promise<string[]> {
  const seen: string[] = [];
  for (let after: string | null = null, isMore = true; isMore;) {
    const page = await listConversations(env.world.readContext(actor), { first: size, after });
    seen.push(...page.nodes.map(({ id }) => id));
    after = page.pageInfo.endCursor;
    isMore = page.nodes.length === size;
  }
  return seen;
}

test('the order follows messages, people who join, and people who come back', async () => {
  const { customer, ines, paul, admin } = env.people;
  const orders: string[] = [];
  for (let i = 0; i < 8; i++) orders.push(await env.order(pick([ines, paul])));
  for (let round = 0; round < 40; round++) {
    env.world.clock.advance(MINUTE);
    const orderId = pick(orders);
    const conversationId = await env.conversationOf(orderId);
    if (below(4) === 0) await env.work.assign(orderId, pick([ines, paul]), admin).catch(() => undefined);
    else await sendMessage(env.contextFor(customer), { conversationId, content: 'A word', attachments: [] });
  }
  for (const actor of [customer, ines, paul]) {
    const wanted = await wantedOf(actor);
    expect(await pagesOf(actor, 3)).toEqual(wanted);
    const page = await listConversations(env.world.readContext(actor), { first: 1 });
    expect(await page.totalCount()).toBe(wanted.length);
  }
  const apart = await env.world.db
    .selectFrom('conversation as c')
    .innerJoin('conversation_participant as p', 'p.conversation_id', 'c.id')
    .select('c.id')
    .whereRef('p.last_message_at', '!=', 'c.last_message_at')
    .execute();
  expect(apart).toEqual([]);
}, 60_000);

test('it is read from that index', async () => {
  const query = partsOfPerson(env.world.readContext(env.people.customer))
    .select('p.conversation_id')
    .orderBy('p.last_message_at', 'desc')
    .orderBy('p.conversation_id', 'desc')
    .limit(21);
  const plan = (await planOf(env.world, query)).join();
  expect(plan).toContain('conversation_participant_user_id_left_at_last_messa');
  expect(plan).not.toMatch(/TEMP B-TREE|filesort/i);
});

test('what waits for the team is what somebody else said last and nobody of the team has read', async () => {
  const { customer, ines, stranger, admin } = env.people;
  const agent = makeActor(stranger.userId as string, { sets: ['SUPPORT_AGENT'] });
  const pending = async (actor: Actor, kind?: 'VISITOR' | 'DIRECT') => {
    const filter = kind ? { kind } : null;
    const { nodes } = await pendingConversations(env.world.readContext(actor), { first: 100, filter });
    return nodes.map(({ id }) => id);
  };
  const say = (actor: Actor, conversationId: string, content: string) =>
    sendMessage(env.contextFor(actor), { conversationId, content, attachments: [] });
  const about = await env.conversationOf(await env.order(ines));
  expect(await pending(admin)).not.toContain(about);
  await say(customer, about, 'Avez-vous commencé ?');
  expect(await pending(admin)).toContain(about);
  await env.world.run(markConversationRead, { conversationId: about }, ines);
  expect(await pending(admin)).not.toContain(about);

  const { id: direct } = await env.world.run(
    startConversation,
    { subject: 'Une question', content: 'Bonjour' },
    customer,
  );
  expect([await pending(admin, 'DIRECT'), await pending(admin, 'VISITOR'), await pending(agent)]).toEqual([
    [direct],
    [],
    [],
  ]);
  await say(admin, direct, 'Bonjour, dites-nous.');
  expect(await pending(admin, 'DIRECT')).toEqual([]);
  const thanks = await say(customer, direct, 'Merci');
  await sendMessage(env.contextFor(admin), {
    conversationId: direct,
    content: 'Client fidèle',
    audience: 'ADMIN',
    attachments: [],
  });
  expect(await pending(admin, 'DIRECT')).toEqual([direct]);
  await env.world.run(deleteMessage, { messageId: thanks.id }, customer);
  expect(await pending(admin, 'DIRECT')).toEqual([]);
  await say(customer, direct, 'Encore une chose');
  await env.world.run(closeConversation, { conversationId: direct }, admin);
  expect(await pending(admin, 'DIRECT')).toEqual([]);

  // An agent handles those of visitors; what they themselves ask the team does not wait for them.
  await env.world.run(startConversation, { subject: 'La mienne', content: 'Pour l’équipe' }, agent);
  const visited = await env.world.run(async ({ em, now }: Tx<'em' | 'now'>) => {
    const { id } = makeVisitorConversation(em, { subject: 'Un devis', token: 'pending', at: now });
    await em.flush();
    return id;
  }, undefined);
  expect(await pending(agent)).toEqual([visited]);
  await expect(pending(customer)).rejects.toMatchObject({ code: 'FORBIDDEN' });
});
