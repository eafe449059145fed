/** Merging tickets is killed at each write: everything went over, or nothing did. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Tx } from '../../src/services/platform/context.ts';
import { createTicket, mergeTickets, watchTicket } from '../../src/services/support/index.ts';
import { dieAtEach } from '../support/die-at-each.ts';
import { makeActor } from '../support/make/actor.ts';
import { makePerson } from '../support/make/person.ts';
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
