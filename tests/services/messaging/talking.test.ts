import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Actor } from '../../../src/services/access/actor.ts';
import {
  addParticipant,
  archiveConversation,
  assignConversation,
  closeConversation,
  deleteMessage,
  editMessage,
  getConversation,
  lastMessagesOf,
  listConversations,
  listenersOf,
  listMessages,
  markConversationRead,
  markConversationUnread,
  messagingPersonalData,
  muteConversation,
  ownPartsOf,
  pinConversation,
  pinMessage,
  readByTeam,
  readersOf,
  removeParticipant,
  reopenConversation,
  revisionsOf,
  saveDraft,
  sendMessage,
  startConversation,
  unreadCountsOf,
  unreadMessageCount,
  type SendMessage,
} from '../../../src/services/messaging/index.ts';
import { addMessage } from '../../../src/services/messaging/add-message.ts';
import { placeLegalHold } from '../../../src/services/privacy/index.ts';
import { jsonFrom, jsonText } from '../../../src/services/platform/orm/values.ts';
import type { Tx } from '../../../src/services/platform/context.ts';
import { HOUR, MINUTE } from '../../support/clock.ts';
import { makeActor } from '../../support/make/actor.ts';
import { addPerson } from '../notifications/people.ts';
import { openMessagingEnvironment } from './messaging-environment.ts';

let env: Awaited<ReturnType<typeof openMessagingEnvironment>>;
let conversationId: string;
beforeAll(async () => {
  env = await openMessagingEnvironment();
});
beforeEach(async () => {
  const { customer, ines } = env.people;
  conversationId = await env.conversationOf(await env.order(ines));
  for (const actor of [customer, ines]) await env.world.run(markConversationRead, { conversationId }, actor);
});
afterAll(() => env.world.close());

const read = (actor: Actor) => env.world.readContext(actor);
const say = (actor: Actor, content: string, more: Partial<SendMessage> = {}) =>
  sendMessage(env.contextFor(actor), { conversationId, content, attachments: [], ...more });
const unread = async (actor: Actor) => (await unreadCountsOf(read(actor), [conversationId])).get(conversationId) ?? 0;
const seenBy = async (actor: Actor) =>
  (await listMessages(read(actor), { conversationId, first: 100 })).nodes.map(({ content }) => content);
const keptBy = async (actor: Actor) => (await ownPartsOf(read(actor), [conversationId])).get(conversationId);
const later = async (milliseconds: number) => {
  env.world.clock.advance(milliseconds);
  await env.work.runDue();
};
const mailsTo = async (actor: Actor) => {
  const rows = await env.world.db
    .selectFrom('email_delivery')
    .select('data')
    .where('recipient_id', '=', actor.userId as string)
    .where('template', 'in', ['new-message', 'conversation-digest'])
    .execute();
  return rows.filter(({ data }) => JSON.stringify(jsonFrom(data)).includes(conversationId));
};

describe('what has been read', () => {
  test('is a number: a message that was begun before and commits after is not read unseen', async () => {
    const { customer, ines } = env.people;
    const before = env.world.clock.now();
    await say(ines, 'Vu');
    await env.world.run(markConversationRead, { conversationId }, customer);
    const late = async ({ em, emit, publish }: Tx<'em' | 'emit' | 'publish'>) =>
      addMessage(
        { em, emit, publish, now: before },
        {
          ...{ conversation: { id: conversationId }, content: 'Parti avant', type: 'USER_MESSAGE' },
          sender: { id: ines.userId as string, part: 'STAFF' },
        },
      );
    await env.world.run(late, undefined);
    expect(await unread(customer)).toBe(1);
  });

  test('goes up to a message, never back, and may be taken back to the last one of somebody else', async () => {
    const { customer, ines } = env.people;
    const [first, second] = [await say(ines, 'un'), await say(ines, 'deux')];
    await say(ines, 'trois');
    await env.world.run(markConversationRead, { conversationId, upTo: second.id }, customer);
    expect(await unread(customer)).toBe(1);
    await env.world.run(markConversationRead, { conversationId, upTo: first.id }, customer);
    expect(await unread(customer)).toBe(1);
    await env.world.run(markConversationRead, { conversationId }, customer);
    await env.world.run(markConversationUnread, { conversationId }, customer);
    expect(await unread(customer)).toBe(1);
    const elsewhere = env.world.run(markConversationRead, { conversationId, upTo: conversationId }, customer);
    await expect(elsewhere).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      details: { fields: [{ path: 'input.upTo', rules: ['message-of-the-conversation'] }] },
    });
  });

  test('is counted in all: without what was deleted, muted or one’s own, and from both devices at once', async () => {
    const { customer, ines } = env.people;
    const start = await unreadMessageCount(read(customer));
    const message = await say(ines, 'un');
    await say(ines, 'deux');
    await say(customer, 'le mien');
    expect(await unreadMessageCount(read(customer))).toBe(start + 2);
    await env.world.run(deleteMessage, { messageId: message.id }, ines);
    expect(await unreadMessageCount(read(customer))).toBe(start + 1);
    const until = new Date(env.world.clock.now().getTime() + HOUR);
    await env.world.run(muteConversation, { conversationId, until }, customer);
    expect(await unreadMessageCount(read(customer))).toBe(start);
    expect(await unread(customer)).toBe(1);
    env.world.clock.advance(HOUR);
    expect(await unreadMessageCount(read(customer))).toBe(start + 1);
    await Promise.all([1, 2].map(() => env.world.run(markConversationRead, { conversationId }, customer)));
    expect(await unreadMessageCount(read(customer))).toBe(start);
  });

  test('is shown to the team by name, to the customer as read by the team', async () => {
    const { customer, ines, admin } = env.people;
    const message = await say(customer, 'Vu ?');
    expect((await readByTeam(read(customer), [message.id])).get(message.id)).toBeUndefined();
    await env.world.run(markConversationRead, { conversationId }, ines);
    expect((await readByTeam(read(customer), [message.id])).get(message.id)).toBe(true);
    expect((await readersOf(read(customer), [message.id])).size).toBe(0);
    for (const actor of [ines, admin])
      expect(
        (await readersOf(read(actor), [message.id])).get(message.id)?.map(({ person }) => person.firstName),
      ).toEqual(['Inès']);
  });
});

describe('an internal note', () => {
  test('is nowhere for the customer: list, last message, counts, streams, mails, copy of their data, order of the list', async () => {
    const { customer, ines, admin } = env.people;
    const { lastMessageAt } = await getConversation(read(customer), conversationId);
    await later(HOUR);
    const mails = (await mailsTo(customer)).length;
    const note = await say(ines, 'Attention au chapitre 3', { audience: 'STAFF' });
    const ours = await say(admin, 'Client à ménager', { audience: 'ADMIN' });
    await later(5 * MINUTE);
    expect(await seenBy(customer)).not.toContain('Attention au chapitre 3');
    expect((await lastMessagesOf(read(customer), [conversationId])).get(conversationId)?.type).toBe('SYSTEM_MESSAGE');
    expect(await unread(customer)).toBe(0);
    expect(await mailsTo(customer)).toHaveLength(mails);
    expect(await getConversation(read(customer), conversationId)).toMatchObject({ lastMessageAt });
    const copy = await messagingPersonalData.collect(env.world.db, {
      ...{ userId: customer.userId as string, email: '' },
    } as never);
    expect(JSON.stringify(copy)).not.toContain(note.id);
    const people = [customer, ines, admin];
    const heard = (audience: 'STAFF' | 'ADMIN') =>
      listenersOf(env.contextFor(admin), { conversationId, audience, people });
    expect(await heard('STAFF')).toEqual(new Set([ines.userId, admin.userId]));
    expect(await heard('ADMIN')).toEqual(new Set([admin.userId]));
    // The team reads it; what admins write for themselves, only they.
    expect((await seenBy(ines)).slice(0, 1)).toEqual(['Attention au chapitre 3']);
    expect((await seenBy(admin)).slice(0, 2)).toEqual(['Client à ménager', 'Attention au chapitre 3']);
    await expect(env.world.run(pinMessage, { messageId: ours.id, isPinned: true }, ines)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  test('is written by the team only, and an answer to one is no less internal', async () => {
    const { customer, ines, admin } = env.people;
    await expect(say(customer, 'entre nous', { audience: 'STAFF' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(say(ines, 'entre nous', { audience: 'ADMIN' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const note = await say(ines, 'une note', { audience: 'STAFF' });
    const answer = await say(admin, 'vu', { parentId: note.id });
    expect(answer.audience).toBe('STAFF');
    await expect(say(customer, 'vu', { parentId: note.id })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  });
});

describe('a message', () => {
  test('is edited by its sender within fifteen minutes; admins see what it said', async () => {
    const { customer, ines, admin } = env.people;
    const { id: messageId } = await say(customer, 'Bonjour Innès');
    await expect(env.world.run(editMessage, { messageId, content: 'autre' }, ines)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await expect(env.world.run(editMessage, { messageId, content: ' ' }, customer)).rejects.toMatchObject({
      code: 'MESSAGE_EMPTY',
    });
    env.world.clock.advance(15 * MINUTE);
    await env.world.run(editMessage, { messageId, content: 'Bonjour Inès' }, customer);
    expect(await seenBy(ines)).toContain('Bonjour Inès');
    expect((await revisionsOf(read(admin), [messageId])).get(messageId)?.map(({ content }) => content)).toEqual([
      'Bonjour Innès',
    ]);
    expect((await revisionsOf(read(ines), [messageId])).size).toBe(0);
    env.world.clock.advance(1);
    await expect(env.world.run(editMessage, { messageId, content: 'trop tard' }, customer)).rejects.toMatchObject({
      code: 'MESSAGE_TOO_OLD',
    });
  });

  test('is taken back with its words; its place stays, and an admin says why', async () => {
    const { customer, ines, admin, stranger } = env.people;
    const { id: messageId } = await say(customer, 'Un secret');
    await later(0);
    const notified = () =>
      env.world.db
        .selectFrom('notification')
        .select(['title', 'message'])
        .where('user_id', '=', ines.userId as string)
        .where('dedupe_key', '=', `message:${messageId}:${ines.userId}`)
        .executeTakeFirstOrThrow();
    expect(await notified()).toMatchObject({ message: 'Un secret' });
    await expect(env.world.run(deleteMessage, { messageId }, ines)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(env.world.run(deleteMessage, { messageId }, stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(env.world.run(deleteMessage, { messageId }, admin)).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    await env.world.run(deleteMessage, { messageId, reason: 'Données d’un tiers' }, admin);
    const [place] = (await listMessages(read(ines), { conversationId, first: 1 })).nodes;
    expect(place).toMatchObject({ id: messageId, content: '' });
    const { deletion_reason: why } = await env.world.db
      .selectFrom('message')
      .select('deletion_reason')
      .where('id', '=', messageId)
      .executeTakeFirstOrThrow();
    expect(why).toBe('Données d’un tiers');
    expect(await notified()).toEqual({ title: '', message: '' });
    expect(place?.deletedAt).not.toBeNull();
    await expect(env.world.run(deleteMessage, { messageId }, customer)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(env.world.auditLog.at(-1)).toMatchObject({ action: 'MESSAGE_DELETED', targetId: messageId });
  });

  test('under a legal hold stays as it is', async () => {
    const { customer, admin } = env.people;
    const { id: messageId } = await say(customer, 'Une preuve');
    const prudent = { ...admin, provenAt: env.world.clock.now() };
    const hold = { targetType: 'CONVERSATION', targetId: conversationId, reason: 'Un litige' } as const;
    await env.world.run(placeLegalHold, hold, prudent);
    await expect(env.world.run(deleteMessage, { messageId }, customer)).rejects.toMatchObject({ code: 'LEGAL_HOLD' });
    expect(await seenBy(customer)).toContain('Une preuve');
  });

  test('answers another of the conversation; threads have one level', async () => {
    const { customer, ines } = env.people;
    const question = await say(customer, 'Une question');
    const answer = await say(ines, 'Une réponse', { parentId: question.id });
    const again = await say(customer, 'Merci', { parentId: answer.id });
    expect([answer, again].map(({ parent }) => parent?.id)).toEqual([question.id, question.id]);
    const elsewhere = conversationId;
    conversationId = await env.conversationOf(await env.order(ines));
    await expect(say(customer, 'ailleurs', { parentId: question.id })).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      details: { fields: [{ path: 'input.parentId', rules: ['message-of-the-conversation'] }] },
    });
    conversationId = elsewhere;
  });
});

describe('one’s own part', () => {
  test('archive, pin, mute and draft are nobody else’s; a message brings it back', async () => {
    const { customer, ines, admin, stranger } = env.people;
    const about = { conversationId };
    await env.world.run(archiveConversation, about, customer);
    await env.world.run(pinConversation, { ...about, isPinned: true }, customer);
    await env.world.run(saveDraft, { ...about, text: 'Bonjour, je' }, customer);
    expect(await keptBy(customer)).toMatchObject({ isArchived: true, isPinned: true, draft: 'Bonjour, je' });
    expect(await keptBy(ines)).toMatchObject({ isArchived: false, isPinned: false, draft: null });
    const listed = async (filter: object) =>
      (await listConversations(read(customer), { first: 100, filter })).nodes.map(({ id }) => id);
    expect(await listed({ isArchived: true })).toEqual([conversationId]);
    expect(await listed({ isArchived: false })).not.toContain(conversationId);
    expect(await listed({ isPinned: true, status: 'OPEN' })).toEqual([conversationId]);
    await say(ines, 'Bonjour');
    expect(await keptBy(customer)).toMatchObject({ isArchived: false, isPinned: true });
    expect(await listed({ status: 'WAITING' })).toContain(conversationId);
    await env.world.run(saveDraft, { ...about, text: '  ' }, customer);
    expect((await keptBy(customer))?.draft).toBeNull();
    await expect(env.world.run(archiveConversation, about, admin)).rejects.toMatchObject({ code: 'NOT_A_PARTICIPANT' });
    await expect(env.world.run(saveDraft, { ...about, text: 'x' }, stranger)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  test('muted: neither notification nor mail until then', async () => {
    const { customer, ines } = env.people;
    const until = new Date(env.world.clock.now().getTime() + HOUR);
    await env.world.run(muteConversation, { conversationId, until }, customer);
    const mails = (await mailsTo(customer)).length;
    await say(ines, 'Rien ne presse');
    await later(5 * MINUTE);
    expect(await mailsTo(customer)).toHaveLength(mails);
    await later(HOUR);
    await say(ines, 'À présent');
    await later(24 * HOUR);
    expect(await mailsTo(customer)).toHaveLength(mails + 1);
  });
});

describe('a conversation with the team', () => {
  const start = async (actor: Actor, more: object = {}) => {
    const input = { subject: 'Une facture', content: 'Je ne la trouve pas.', ...more };
    return env.world.run(startConversation, input, actor);
  };

  test('reaches every admin, then whoever looks after it, and answered; twice by one key is one', async () => {
    const { customer, admin } = env.people;
    const [conversation, same] = [await start(customer, { key: 'k1' }), await start(customer, { key: 'k1' })];
    expect(same.id).toBe(conversation.id);
    conversationId = conversation.id;
    await later(5 * MINUTE);
    expect(await mailsTo(admin)).toHaveLength(1);
    expect(await getConversation(read(admin), conversationId)).toMatchObject({ status: 'OPEN', contextId: null });
    await env.world.run(assignConversation, { conversationId, userId: admin.userId }, admin);
    await say(admin, 'La voici.');
    expect(await getConversation(read(customer), conversationId)).toMatchObject({ status: 'WAITING' });
    await say(customer, 'Merci !');
    await later(24 * HOUR);
    expect(await mailsTo(admin)).toHaveLength(2);
    const notAdmin = env.world.run(assignConversation, { conversationId, userId: customer.userId }, admin);
    await expect(notAdmin).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  });

  test('is closed and opened again; nobody writes in between', async () => {
    const { customer, admin } = env.people;
    conversationId = (await start(customer)).id;
    await env.world.run(closeConversation, { conversationId }, admin);
    await expect(say(customer, 'encore')).rejects.toMatchObject({ code: 'CONVERSATION_CLOSED' });
    await expect(env.world.run(closeConversation, { conversationId }, admin)).rejects.toMatchObject({
      code: 'ACTION_NOT_ALLOWED',
    });
    await env.world.run(reopenConversation, { conversationId }, admin);
    expect((await say(customer, 'encore')).content).toBe('encore');
  });

  test('takes in others of the team, who see nothing once they are out; that of an order does not', async () => {
    const { customer, ines, admin, stranger } = env.people;
    const ofOrder = conversationId;
    conversationId = (await start(customer)).id;
    const people = { conversationId, userId: ines.userId as string };
    await expect(getConversation(read(ines), conversationId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await env.world.run(addParticipant, people, admin);
    expect(await seenBy(ines)).toEqual(['Je ne la trouve pas.']);
    await say(ines, 'Pour nous', { audience: 'STAFF' });
    expect(await unread(customer)).toBe(0);
    await env.world.run(removeParticipant, people, admin);
    await expect(say(ines, 'encore')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    // Whoever handles visitors is of the team, a customer or not.
    const userId = (await env.world.run(addPerson, {})).id;
    await env.world.db
      .updateTable('user')
      .set({ permission_sets: jsonText(['SUPPORT_AGENT']) })
      .where('id', '=', userId)
      .execute();
    await env.world.run(addParticipant, { conversationId, userId }, admin);
    const agent = makeActor(userId, { sets: ['SUPPORT_AGENT'] });
    expect(await seenBy(agent)).toContain('Pour nous');
    const toOrder = { conversationId: ofOrder, userId: stranger.userId as string };
    await expect(env.world.run(addParticipant, toOrder, admin)).rejects.toMatchObject({ code: 'ACTION_NOT_ALLOWED' });
  });

  test('is opened by an admin with somebody, not with themselves', async () => {
    const { admin, customer } = env.people;
    conversationId = (await start(admin, { withUserId: customer.userId })).id;
    expect(await seenBy(customer)).toEqual(['Je ne la trouve pas.']);
    expect(await unread(customer)).toBe(1);
    await expect(start(admin, { withUserId: admin.userId })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  });
});
