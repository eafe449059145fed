import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Actor } from '../../../src/services/access/actor.ts';
import { updateMyProfile } from '../../../src/services/identity/index.ts';
import { excerptOf } from '../../../src/services/messaging/excerpt.ts';
import {
  conversationsAbout,
  getConversation,
  lastMessagesOf,
  listConversations,
  listMessages,
  listenersOf,
  markConversationRead,
  participantsOf,
  sendMessage,
  unreadCountsOf,
} from '../../../src/services/messaging/index.ts';
import { welcome } from '../../../src/services/messaging/welcome.ts';
import { syncConversation } from '../../../src/services/messaging/sync-conversation.ts';
import { assignProofreader } from '../../../src/services/orders/index.ts';
import { jsonFrom } from '../../../src/services/platform/orm/values.ts';
import { HOUR, MINUTE } from '../../support/clock.ts';
import { openMessagingEnvironment } from './messaging-environment.ts';

let env: Awaited<ReturnType<typeof openMessagingEnvironment>>;
beforeAll(async () => {
  env = await openMessagingEnvironment();
});
afterAll(() => env.world.close());

const read = (actor: Actor) => env.world.readContext(actor);
const say = (actor: Actor, conversationId: string, content: string) =>
  sendMessage(env.contextFor(actor), { conversationId, content, attachments: [] });
const saidIn = async (conversationId: string) =>
  (await listMessages(read(env.people.customer), { conversationId, first: 100 })).nodes.map(({ content }) => content);
const names = async (conversationId: string) =>
  (await participantsOf(read(env.people.admin), [conversationId]))
    .get(conversationId)
    ?.map(({ firstName }) => firstName)
    .sort();
const notificationsOf = (actor: Actor) =>
  env.world.db
    .selectFrom('notification')
    .selectAll()
    .where('user_id', '=', actor.userId as string)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
const mailsTo = (actor: Actor) =>
  env.world.db
    .selectFrom('email_delivery')
    .selectAll()
    .where('recipient_id', '=', actor.userId as string)
    .orderBy('id')
    .execute();

describe('the conversation of an order', () => {
  test('opens when a proofreader is assigned, with a word of welcome, once', async () => {
    const { ines } = env.people;
    const orderId = await env.order(ines);
    const conversationId = await env.conversationOf(orderId);
    expect(await names(conversationId)).toEqual(['Camille', 'Inès']);
    const source = env.contextFor().conversationSources.ORDER;
    await Promise.all(
      [1, 2, 3].map(() => env.world.run(syncConversation, { subject: { type: 'ORDER', id: orderId }, source })),
    );
    expect(await saidIn(conversationId)).toEqual([
      expect.stringContaining('Inès Marchand s’occupe de votre manuscrit'),
    ]);
    expect(
      env.world.auditLog.filter(
        ({ action, targetId }) => action === 'CONVERSATION_OPENED' && targetId === conversationId,
      ),
    ).toHaveLength(1);
  });

  test('events of assignments that arrive together and backwards leave the present state', async () => {
    const { admin, ines, paul } = env.people;
    const orderId = await env.order();
    for (const proofreader of [ines, paul, ines, paul]) {
      await env.world.run(assignProofreader, { orderId, proofreaderId: proofreader.userId as string }, admin);
      env.world.clock.advance(1_000);
    }
    await env.work.runDue();
    expect(await names(await env.conversationOf(orderId))).toEqual(['Camille', 'Paul']);
  });

  test('whoever is replaced sees nothing any more, hears nothing, and may come back', async () => {
    const { admin, customer, ines, paul } = env.people;
    const orderId = await env.order(ines);
    const conversationId = await env.conversationOf(orderId);
    expect((await getConversation(read(ines), conversationId)).subject).toBe('Le Fil des jours');
    await env.work.assign(orderId, paul, admin);
    await expect(getConversation(read(ines), conversationId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(say(ines, conversationId, 'encore moi')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await listConversations(read(ines), { first: 100 })).nodes.map(({ id }) => id)).not.toContain(
      conversationId,
    );
    expect((await conversationsAbout(read(ines), { type: 'ORDER', ids: [orderId] })).size).toBe(0);
    expect(
      await listenersOf(env.contextFor(admin), { conversationId, audience: 'ALL', people: Object.values(env.people) }),
    ).toEqual(new Set([customer.userId, paul.userId, admin.userId]));
    const before = (await notificationsOf(ines)).length;
    await say(customer, conversationId, 'Bonjour Paul');
    await env.work.runDue();
    expect(await notificationsOf(ines)).toHaveLength(before);
    expect((await saidIn(conversationId)).slice(0, 2)).toEqual([
      'Bonjour Paul',
      'Paul Weber prend désormais en charge votre manuscrit.',
    ]);
    await env.work.assign(orderId, ines, admin);
    expect(await names(conversationId)).toEqual(['Camille', 'Inès']);
    expect((await getConversation(read(ines), conversationId)).id).toBe(conversationId);
  });
});

describe('a message', () => {
  test('reaches the others’ notifications and streams, is counted until it is read, and is in the audit log', async () => {
    const { customer, ines } = env.people;
    const orderId = await env.order(ines);
    const conversationId = await env.conversationOf(orderId);
    for (const actor of [customer, ines]) await env.world.run(markConversationRead, { conversationId }, actor);
    env.world.clock.advance(1_000);
    const message = await say(ines, conversationId, '  J’ai terminé trois chapitres.  ');
    await env.work.runDue();
    const [last] = (await notificationsOf(customer)).slice(-1);
    expect(last).toMatchObject({
      type: 'MESSAGE',
      title: 'Nouveau message de Inès Marchand',
      message: 'J’ai terminé trois chapitres.',
      action_url: `/conversations/${conversationId}`,
    });
    expect(env.world.live.filter(({ stream }) => stream === `messageAdded:${conversationId}`).at(-1)).toMatchObject({
      payload: { messageId: message.id },
    });
    expect((await unreadCountsOf(read(customer), [conversationId])).get(conversationId)).toBe(1);
    expect((await unreadCountsOf(read(ines), [conversationId])).get(conversationId)).toBeUndefined();
    expect((await lastMessagesOf(read(customer), [conversationId])).get(conversationId)?.id).toBe(message.id);
    expect(env.world.auditLog.at(-1)).toMatchObject({ action: 'MESSAGE_SENT', targetId: message.id });
    await env.world.run(markConversationRead, { conversationId }, customer);
    expect((await unreadCountsOf(read(customer), [conversationId])).size).toBe(0);
    const [first] = (await listConversations(read(customer), { first: 1 })).nodes;
    expect(first?.id).toBe(conversationId);
  });

  test('without a word or a file is refused, and so is one by somebody else', async () => {
    const { admin, ines, stranger } = env.people;
    const conversationId = await env.conversationOf(await env.order(ines));
    await expect(say(ines, conversationId, ' \n ')).rejects.toMatchObject({ code: 'MESSAGE_EMPTY' });
    await expect(say(stranger, conversationId, 'bonjour')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(say(ines, 'not-an-id', 'bonjour')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await say(admin, conversationId, 'Ici la maison.')).type).toBe('ADMIN_MESSAGE');
  });

  test('people who write at the same moment all get through', async () => {
    const { customer, ines } = env.people;
    const conversationId = await env.conversationOf(await env.order(ines));
    await Promise.all(Array.from({ length: 8 }, (_, i) => say(i % 2 === 0 ? customer : ines, conversationId, `n${i}`)));
    expect((await saidIn(conversationId)).slice(0, 8).sort()).toEqual(['n0', 'n1', 'n2', 'n3', 'n4', 'n5', 'n6', 'n7']);
    const numbers = env.world.live
      .filter(({ stream }) => stream === `messageAdded:${conversationId}`)
      .map(({ seq }) => seq)
      .sort((a, b) => a - b);
    expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });
});

describe('the mail about a message', () => {
  const open = async () => {
    const { customer, ines } = env.people;
    const conversationId = await env.conversationOf(await env.order(ines));
    const url = `${env.world.config.frontUrl}/conversations/${conversationId}`;
    return {
      customer,
      ines,
      conversationId,
      fresh: async () =>
        (await mailsTo(customer)).filter(
          ({ data }) => jsonFrom<{ conversationUrl: string }>(data).conversationUrl === url,
        ),
    };
  };
  const later = async (milliseconds: number) => {
    env.world.clock.advance(milliseconds);
    await env.work.runDue();
  };

  test('does not leave when the message is read within two minutes', async () => {
    const { customer, ines, conversationId, fresh } = await open();
    await say(ines, conversationId, 'Une question');
    await later(MINUTE);
    await env.world.run(markConversationRead, { conversationId }, customer);
    await later(5 * MINUTE);
    expect(await fresh()).toEqual([]);
  });

  test('leaves once a day: what comes after it waits for the morning, and leaves together unless it was read', async () => {
    const { customer, ines, conversationId, fresh } = await open();
    const templates = async () => (await fresh()).map(({ template }) => template);
    await say(ines, conversationId, 'Une question');
    await later(0);
    expect(await fresh()).toEqual([]);
    await later(2 * MINUTE);
    expect((await fresh()).map(({ template }) => template)).toEqual(['new-message']);
    expect(jsonFrom((await fresh())[0]?.data)).toEqual({
      firstName: 'Camille',
      senderName: 'Inès Marchand',
      orderTitle: 'Le Fil des jours',
      excerpt: 'Une question',
      conversationUrl: `${env.world.config.frontUrl}/conversations/${conversationId}`,
    });
    for (const content of ['et une autre', 'et encore une']) {
      await say(ines, conversationId, content);
      await later(10 * MINUTE);
    }
    expect(await fresh()).toHaveLength(1);
    await later(30 * HOUR);
    expect(await templates()).toEqual(['new-message', 'conversation-digest']);
    const digest = jsonFrom<{ messages: { excerpt: string }[] }>((await fresh())[1]?.data);
    expect(digest).toMatchObject({ messageCount: 2, moreCount: 0 });
    expect(digest.messages.map(({ excerpt }) => excerpt)).toEqual(['et une autre', 'et encore une']);
    await say(ines, conversationId, 'le lendemain');
    await later(2 * MINUTE);
    await env.world.run(markConversationRead, { conversationId }, customer);
    await later(24 * HOUR);
    expect(await fresh()).toHaveLength(2);
    await say(ines, conversationId, 'du nouveau');
    await later(2 * MINUTE);
    expect(await templates()).toEqual(['new-message', 'conversation-digest', 'new-message']);
  });

  test('does not leave for who has left', async () => {
    const { conversationId, ines, customer } = await open();
    const before = (await mailsTo(ines)).length;
    await say(customer, conversationId, 'Bonjour');
    await later(0);
    const { context_id: orderId } = await env.world.db
      .selectFrom('conversation')
      .select('context_id')
      .where('id', '=', conversationId)
      .executeTakeFirstOrThrow();
    await env.work.assign(orderId as string, env.people.paul, env.people.admin);
    await later(5 * MINUTE);
    expect(await mailsTo(ines)).toHaveLength(before);
  });

  test('is neither mailed nor shown as a notification to who does not want it; the message is there all the same', async () => {
    const { conversationId, customer, ines, fresh } = await open();
    await env.world.run(updateMyProfile, { preferences: { messagesByEmail: false, messagesInApp: false } }, customer);
    const rung = (await notificationsOf(customer)).length;
    await say(ines, conversationId, 'Une question discrète');
    await later(5 * MINUTE);
    expect(await fresh()).toEqual([]);
    expect(await notificationsOf(customer)).toHaveLength(rung);
    expect(await saidIn(conversationId)).toContain('Une question discrète');
    await env.world.run(updateMyProfile, { preferences: { messagesByEmail: true, messagesInApp: true } }, customer);
  });
});

test('somebody whose account is active is welcomed by a conversation, once and unnotified; an admin is not', async () => {
  const { stranger, admin } = env.people;
  const notices = (await notificationsOf(stranger)).length;
  for (const { userId } of [stranger, stranger, admin]) await env.world.run(welcome, { userId: userId ?? '' });
  await env.work.runDue();
  const { nodes } = await listConversations(read(stranger), { first: 5 });
  expect(nodes).toMatchObject([{ contextType: 'DIRECT', subject: 'Bienvenue', status: 'WAITING' }]);
  const said = (await listMessages(read(stranger), { conversationId: nodes[0]?.id ?? '', first: 5 })).nodes;
  expect(said).toMatchObject([{ content: expect.stringMatching(/^Bonjour Max, bienvenue/), type: 'SYSTEM_MESSAGE' }]);
  expect(await notificationsOf(stranger)).toHaveLength(notices);
  const welcomes = env.world.db.selectFrom('conversation').select('id').where('subject', '=', 'Bienvenue');
  expect(await welcomes.execute()).toHaveLength(1);
});

test('an excerpt is cut between words, never inside a grapheme', () => {
  expect(excerptOf('  court  ', 20)).toBe('court');
  expect(excerptOf('un deux trois quatre', 12)).toBe('un deux…');
  expect(excerptOf('👩‍👩‍👧‍👦'.repeat(5), 3)).toBe(`${'👩‍👩‍👧‍👦'.repeat(2)}…`);
});
