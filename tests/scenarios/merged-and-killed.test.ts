// @lane sqlite at first: crash points; tickets.test.ts (merge), visitors-robots.test.ts (release) and visitor-ticket.test.ts (adoption) have the statements.
/** Merging tickets, and taking what somebody wrote over, is killed at each write: everything went over, or nothing did. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Tx } from '../../src/services/platform/context.ts';
import { HeldMessage, type Visitor } from '../../src/entities/messaging/visitor.entity.ts';
import { releaseHeldMessage } from '../../src/services/messaging/index.ts';
import { adoptConversations } from '../../src/services/messaging/visitors/adopt-conversations.ts';
import { createTicket, createTicketFor, mergeTickets, watchTicket } from '../../src/services/support/index.ts';
import { newId } from '../../src/services/kernel/ids.ts';
import { dieAtEach } from '../support/die-at-each.ts';
import { makeActor } from '../support/make/actor.ts';
import { makePerson } from '../support/make/person.ts';
import { makeStoredFile } from '../support/make/stored-file.ts';
import { makeVisitorConversation } from '../support/make/visitor.ts';
import { openCounting, type Counting } from '../support/money.ts';

let counting: Counting;
let adminId = '';
beforeAll(async () => {
  counting = await openCounting();
  adminId = await contextFor(counting.buyerId).run(async ({ em }: Tx<'em'>) => {
    const admin = makePerson(em, { role: 'ADMIN' });
    await em.flush();
    return admin.id;
  }, undefined);
});
afterAll(() => counting.close());

const adminOf = () => makeActor(adminId, { role: 'ADMIN' });
const contextFor = (userId?: string) =>
  counting.app.contextFor({ actor: userId === undefined ? adminOf() : makeActor(userId), requestId: 'merge' });

async function open(title: string): Promise<string> {
  const ticket = await createTicket(contextFor(counting.buyerId), { title, description: title });
  await contextFor().run(watchTicket, { ticketId: ticket.id });
  return ticket.id;
}

/** Everything that a merge touches, of the one that goes and of the one that stays. */
async function traceOf(ids: { readonly from: string; readonly into: string }) {
  const { db } = contextFor();
  const conversationOf = (ticketId: string) =>
    db
      .selectFrom('conversation')
      .select(['id', 'moved_to_id'])
      .where('context_id', '=', ticketId)
      .executeTakeFirstOrThrow();
  const [from, into] = [await conversationOf(ids.from), await conversationOf(ids.into)];
  const messagesIn = async (id: string) =>
    (await db.selectFrom('message').select('id').where('conversation_id', '=', id).execute()).length;
  const gone = await db
    .selectFrom('ticket')
    .select(['status', 'merged_into_id'])
    .where('id', '=', ids.from)
    .executeTakeFirstOrThrow();
  const mails = await db
    .selectFrom('email_delivery')
    .select('dedupe_key')
    .where('template', '=', 'ticket-merged')
    .execute();
  const watchers = await db.selectFrom('ticket_watcher').select('id').where('ticket_id', '=', ids.into).execute();
  const audited = await db
    .selectFrom('audit_entry')
    .select('action')
    .where('target_id', '=', ids.from)
    .where('action', '=', 'TICKET_MERGED')
    .execute();
  return {
    isGone: gone.merged_into_id === ids.into && gone.status === 'CLOSED',
    isMoved: from.moved_to_id === into.id,
    messages: [await messagesIn(from.id), await messagesIn(into.id)],
    mails: mails.filter(({ dedupe_key: key }) => key.includes(ids.from)).length,
    ...{ watchers: watchers.length, audited: audited.length },
  };
}

const before = { isGone: false, isMoved: false, messages: [1, 1], mails: 0, watchers: 1, audited: 0 };
const after = { isGone: true, isMoved: true, messages: [0, 2], mails: 1, watchers: 1, audited: 1 };

test('all or nothing, and what died can be done again, once', async () => {
  const ids = { from: '', into: '' };
  const died = await dieAtEach(
    async () => {
      Object.assign(ids, { from: await open('Doublon'), into: await open('Original') });
      expect(await traceOf(ids)).toEqual(before);
      return {
        ...counting.environment,
        STEP: 'merge',
        INPUT: JSON.stringify({ intoId: ids.into, ids: [ids.from] }),
        ACTOR: JSON.stringify(adminOf()),
        NOW: new Date().toISOString(),
      };
    },
    async () => {
      const trace = await traceOf(ids);
      expect(trace).toEqual(trace.isGone ? after : before);
      const again = contextFor().run(mergeTickets, { intoId: ids.into, ids: [ids.from] });
      await again.catch((error: { code?: string }) => expect(error.code).toBe('TICKET_MERGED'));
      expect(await traceOf(ids)).toEqual(after);
    },
  );
  expect(died).toBeGreaterThan(0);
});

/** Somebody wrote, a ticket was made of it, they wrote again and that was held with its file; now their address has an account. */
async function writeAndRegister() {
  const written = await contextFor().run(async ({ em, now }: Tx<'em' | 'now'>) => {
    const conversation = makeVisitorConversation(em, { subject: 'Ma nouvelle', token: newId(), at: now });
    const { id: visitor, email } = em.assign(conversation.visitor as unknown as Visitor, {
      email: `${newId()}@example.org`,
    });
    const file = makeStoredFile(em, { owner: null, name: 'nouvelle.docx' });
    const held = em.create(HeldMessage, { visitor, content: 'Et la suite', file, reasons: ['LINKS'] });
    const user = makePerson(em, { email, status: 'ACTIVE' });
    await em.flush();
    return { userId: user.id, heldMessageId: held.id, conversationId: conversation.id, visitorId: visitor };
  }, undefined);
  const facts = { conversationId: written.conversationId, title: 'Ma nouvelle', description: 'Ma nouvelle' };
  const { id: ticketId } = await createTicketFor(contextFor(), facts);
  return { ...written, ticketId };
}

async function traceOfVisitor(ids: Awaited<ReturnType<typeof writeAndRegister>>) {
  const { db } = contextFor();
  const held = await db.selectFrom('held_message').select('id').where('id', '=', ids.heldMessageId).execute();
  const said = await db
    .selectFrom('message')
    .leftJoin('message_attachment as a', 'a.message_id', 'message.id')
    .leftJoin('stored_file as f', 'f.id', 'a.file_id')
    .select(['message.sender_id', 'f.owner_id'])
    .where('message.conversation_id', '=', ids.conversationId)
    .where('message.visitor_id', '=', ids.visitorId)
    .orderBy('seq')
    .execute();
  const isOf = (id: string | null): boolean => id === ids.userId;
  const { user_id } = await db
    .selectFrom('ticket')
    .select('user_id')
    .where('id', '=', ids.ticketId)
    .executeTakeFirstOrThrow();
  const parts = await db
    .selectFrom('conversation_participant')
    .select('id')
    .where('conversation_id', '=', ids.conversationId)
    .where('user_id', '=', ids.userId)
    .execute();
  return {
    ...{ held: held.length, senders: said.map((row) => isOf(row.sender_id)), isOwner: isOf(said[1]?.owner_id ?? null) },
    ...{ isAsker: isOf(user_id), parts: parts.length },
  };
}

const heldBack = { held: 1, senders: [false], isOwner: false, isAsker: false, parts: 0 };
const released = { ...heldBack, held: 0, senders: [false, false] };
const adopted = { held: 0, senders: [true, true], isOwner: true, isAsker: true, parts: 1 };

test('a held message is released, and what was written becomes the account’s: each whole or not at all', async () => {
  let ids: Awaited<ReturnType<typeof writeAndRegister>> | undefined;
  const died = await dieAtEach(
    async () => {
      ids = await writeAndRegister();
      return {
        ...counting.environment,
        STEP: 'adoption',
        INPUT: JSON.stringify(ids),
        ACTOR: JSON.stringify(adminOf()),
        NOW: new Date().toISOString(),
      };
    },
    async () => {
      if (ids === undefined) return;
      expect([heldBack, released, adopted]).toContainEqual(await traceOfVisitor(ids));
      const { heldMessageId, userId } = ids;
      const again = contextFor().run(releaseHeldMessage, { heldMessageId });
      await again.catch((error: { code?: string }) => expect(error.code).toBe('NOT_FOUND'));
      const sources = contextFor().conversationSources;
      for (let time = 0; time < 2; time += 1) await contextFor().run(adoptConversations, { userId, sources });
      expect(await traceOfVisitor(ids)).toEqual(adopted);
    },
  );
  expect(died).toBeGreaterThan(0);
});
