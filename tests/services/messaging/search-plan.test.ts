// @lane sqlite: how this engine reads a search; the other has its own planner.
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { searchMessages } from '../../../src/services/messaging/index.ts';
import type { Tx } from '../../../src/services/platform/context.ts';
import { openTestEnvironment, type AppEnvironment } from '../../support/environment.ts';
import { makeActor } from '../../support/make/actor.ts';
import { makeConversation } from '../../support/make/conversation.ts';
import { makeMessage } from '../../support/make/message.ts';
import { makePerson } from '../../support/make/person.ts';

let env: AppEnvironment;
beforeAll(async () => {
  env = await openTestEnvironment({ isServed: false });
});
afterAll(() => env.close());

/** The texts of the statements on a table that are prepared meanwhile. */
async function preparedOn(table: string, work: () => Promise<unknown>): Promise<string[]> {
  const texts = new Set<string>();
  const prepare = DatabaseSync.prototype.prepare;
  DatabaseSync.prototype.prepare = function (this: DatabaseSync, ...args: Parameters<typeof prepare>) {
    if (args[0].includes(`from "${table}"`)) texts.add(args[0]);
    return prepare.apply(this, args);
  };
  await work().finally(() => (DatabaseSync.prototype.prepare = prepare));
  return [...texts];
}

test('a search of all messages walks back by an index: it never sorts the table', async () => {
  const id = await env.run(async ({ em }: Tx<'em'>) => {
    const person = makePerson(em, { role: 'ADMIN' });
    const conversation = makeConversation(em, { participants: [person], lastMessageAt: new Date() });
    for (let i = 0; i < 150; i += 1) makeMessage(em, { conversation, sender: person, content: `Un zeugme, ${i}` });
    await em.flush();
    return person.id;
  }, undefined);
  const admin = env.contextFor(makeActor(id, { role: 'ADMIN' }));
  const texts = await preparedOn('message', () => searchMessages(admin, { query: 'zeugme 3', first: 20 }));
  expect(texts.length).toBeGreaterThan(1);
  const database = new DatabaseSync(env.database.settings.file as string);
  const plans = texts.flatMap((text) => database.prepare(`explain query plan ${text}`).all());
  database.close();
  expect(plans.map(({ detail }) => detail).filter((detail) => /^SCAN m$/.test(String(detail)))).toEqual([]);
});
