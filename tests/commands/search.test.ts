/** What people search by is what their texts say, or an operator puts it right. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { searchCommands } from '../../src/commands/search.ts';
import { seedContent } from '../../src/services/content/index.ts';
import { modules } from '../../src/modules.ts';
import { newId } from '../../src/services/kernel/ids.ts';
import type { Tx } from '../../src/services/platform/context.ts';
import { membersOf } from '../../src/services/platform/module.ts';
import { writing } from '../../src/services/platform/orm/values.ts';
import { createTicket } from '../../src/services/support/index.ts';
import { openTestEnvironment, type AppEnvironment } from '../support/environment.ts';
import { makeActor } from '../support/make/actor.ts';
import { makeConversation } from '../support/make/conversation.ts';
import { makeMessage } from '../support/make/message.ts';
import { makePerson } from '../support/make/person.ts';

let env: AppEnvironment;
beforeAll(async () => {
  env = await openTestEnvironment({ isServed: false });
  await seedContent(env.contextFor());
  const id = await env.run(async ({ em }: Tx<'em'>) => {
    const person = makePerson(em);
    await em.flush();
    const conversation = makeConversation(em, { participants: [person], lastMessageAt: new Date() });
    makeMessage(em, { conversation, sender: person, content: 'L’élève a relu.' });
    return person.id;
  }, undefined);
  const customer = makeActor(id);
  await createTicket(env.contextFor(customer), {
    ...{ key: newId(), title: 'Facture', description: 'Où est-elle ?', category: 'BILLING' },
  });
});
afterAll(() => env.close());

async function answer(name: 'search:verify' | 'search:rebuild'): Promise<unknown> {
  const lines: string[] = [];
  const commands = searchCommands({
    print: (line) => void lines.push(line),
    within: (_config, work) => work(undefined as never),
    contextFor: () => env.contextFor(),
  });
  const code = await commands[name]?.run(env.config, []);
  return { code, lines };
}
const clean = { code: 0, lines: ['All words are those of their texts.'] };

test('the words of every table that is searched are verified, and written anew where they are wrong', async () => {
  expect(await answer('search:verify')).toEqual(clean);
  const tables = membersOf(modules, 'searched')
    .flat()
    .map(({ table }) => table);
  expect(tables.toSorted()).toEqual(['conversation', 'faq_entry', 'message', 'page', 'ticket']);
  for (const table of tables)
    await env.run(
      async ({ em }: Tx<'em'>) =>
        void (await writing(em)
          .db.updateTable(table as 'message')
          .set({ words: ' perdu ' })
          .execute()),
      undefined,
    );
  const { code, lines } = (await answer('search:verify')) as { code: number; lines: string[] };
  expect(code).toBe(3);
  for (const table of tables) expect(lines.some((line) => line.startsWith(`DIFFERS  ${table} `))).toBe(true);
  const rebuilt = (await answer('search:rebuild')) as { code: number; lines: string[] };
  expect(rebuilt.code).toBe(0);
  expect(rebuilt.lines.map((line) => Number(/ (\d+) rebuilt$/.exec(line)?.[1]) > 0)).toEqual(tables.map(() => true));
  expect(await answer('search:verify')).toEqual(clean);
});
