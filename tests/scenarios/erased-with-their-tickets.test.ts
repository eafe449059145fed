/** An author is erased: their words are gone from tickets, drafts, internal notes, mails and notifications, and from every byte. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Actor } from '../../src/services/access/actor.ts';
import { saveDraft, searchMessages, sendMessage } from '../../src/services/messaging/index.ts';
import { eraseMyAccount } from '../../src/services/privacy/index.ts';
import {
  assignTicket,
  createTicket,
  mergeTickets,
  resolveTicket,
  tagTicket,
  watchTicket,
} from '../../src/services/support/index.ts';
import { MINUTE } from '../support/clock.ts';
import { engine } from '../support/database.ts';
import { makeActor } from '../support/make/actor.ts';
import {
  goodPassword,
  openPeopleEnvironment,
  type PeopleEnvironment,
} from '../services/identity/people-environment.ts';
import { makeAccount } from '../services/identity/people.ts';
import { tablesHolding } from '../services/privacy/tables.ts';

const canary = 'cormoranbleu';
let env: PeopleEnvironment;
beforeAll(async () => {
  env = await openPeopleEnvironment();
});
afterAll(() => env.close());

const work = () => env.app.worker.runDue();
const conversationOf = async (ticketId: string): Promise<string> =>
  (await env.db.selectFrom('conversation').select('id').where('context_id', '=', ticketId).executeTakeFirstOrThrow())
    .id;
async function say(ticketId: string, actor: Actor, content: string, audience: 'ALL' | 'STAFF' | 'ADMIN' = 'ALL') {
  const conversationId = await conversationOf(ticketId);
  await sendMessage(env.contextFor(actor), { conversationId, content, audience, attachments: [] });
  await work();
}

/** The files of the embedded database, but not the box that stands for the provider of mails. */
function filesHolding(directory: string): string[] {
  return readdirSync(directory)
    .filter((name) => name !== 'mailbox')
    .flatMap((name) => {
      const path = join(directory, name);
      if (statSync(path).isDirectory()) return filesHolding(path);
      return readFileSync(path).includes(canary) ? [path] : [];
    });
}

test('what they asked, what was noted about them and what was begun to be written to them is nowhere', async () => {
  const [authorId, adminId, agentId, otherId] = [
    await makeAccount(env, 'author@example.org'),
    await makeAccount(env, 'admin@example.org', 'ADMIN'),
    await makeAccount(env, 'agent@example.org', 'ADMIN'),
    await makeAccount(env, 'other@example.org'),
  ];
  const [author, admin, other] = [makeActor(authorId), makeActor(adminId, { role: 'ADMIN' }), makeActor(otherId)];
  const ask = async (actor: Actor, title: string): Promise<string> => {
    const { id } = await createTicket(env.contextFor(actor), { title, description: `${title}, en détail` });
    await work();
    return id;
  };
  const [first, second] = [await ask(author, `Le ${canary} perdu`), await ask(author, `Encore le ${canary}`)];
  await env.run(assignTicket, { ticketId: second, userId: adminId }, admin);
  await env.run(watchTicket, { ticketId: second, userId: agentId }, admin);
  await env.run(tagTicket, { ticketId: second, tags: [canary] }, admin);
  await say(first, author, `Mon ${canary} est là.`);
  await say(second, admin, `Au sujet du ${canary}\u00a0: patience`, 'STAFF');
  await say(second, admin, `L’auteur du ${canary} est à ménager`, 'ADMIN');
  await env.run(saveDraft, { conversationId: await conversationOf(second), text: `Cher ${canary}` }, admin);
  await env.run(saveDraft, { conversationId: await conversationOf(second), text: `Mon ${canary}…` }, author);
  await env.run(mergeTickets, { intoId: second, ids: [first] }, admin);
  await env.run(resolveTicket, { ticketId: second }, admin);
  env.clock.advance(5 * MINUTE);
  await work();
  // Somebody else’s, of which nothing goes.
  const kept = await ask(other, 'Autre chose');
  await say(kept, admin, 'Une note sur quelqu’un d’autre', 'STAFF');
  const holding = await tablesHolding(env.db, canary);
  expect(holding).toEqual(expect.arrayContaining(['conversation', 'conversation_participant', 'message', 'ticket']));
  expect(filesHolding(env.database.directory).length > 0).toBe(engine === 'sqlite');

  await env.perform(eraseMyAccount, { password: goodPassword, reason: 'PRIVACY' }, author);
  await work();

  expect(await tablesHolding(env.db, canary)).toEqual([]);
  expect(filesHolding(env.database.directory)).toEqual([]);
  for (const query of [canary, `${canary.slice(0, 6)}*`])
    expect((await searchMessages(env.contextFor(admin), { query, first: 10 })).nodes).toEqual([]);
  const rest = await env.db.selectFrom('ticket').select('title').execute();
  expect(rest).toEqual([{ title: 'Autre chose' }]);
  const notes = await env.db.selectFrom('message').select('content').where('audience', '=', 'STAFF').execute();
  expect(notes.map(({ content }) => content).toSorted()).toEqual(['', 'Une note sur quelqu’un d’autre']);
});
