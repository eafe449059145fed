/** What somebody wrote without an account, and how it goes: at their request, and with time. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ask } from '../support/ask.ts';
import { DAY } from '../support/clock.ts';
import { openVisitorWorld, sample, type VisitorWorld } from './visitors.world.ts';

let world: VisitorWorld;
beforeAll(async () => {
  world = await openVisitorWorld();
});
afterAll(() => world.close());

const words = 'cormoran-huppé';
const tables = ['visitor', 'conversation', 'message', 'held_message', 'form_block'] as const;

/** How many rows of each table say something of the address, or of what was written from it. */
const left = async (): Promise<unknown> =>
  Object.fromEntries(
    await Promise.all(
      tables.map(async (table) => {
        const rows = await world.env.db.selectFrom(table).selectAll().execute();
        return [table, rows.filter((row) => /cormoran|oubli@example/.test(JSON.stringify(row))).length] as const;
      }),
    ),
  );
const keys = async (): Promise<number> =>
  (
    await world.env.db
      .selectFrom('data_key')
      .innerJoin('stored_file', 'stored_file.id', 'data_key.file_id')
      .select('data_key.id')
      .where('stored_file.owner_id', 'is', null)
      .where('stored_file.kind', '=', 'DOCUMENT')
      .execute()
  ).length;
const block = (value: string) =>
  world.asAdmin('mutation ($input: BlockInFormsInput!) { blockInForms(input: $input) { id } }', {
    input: { kind: 'WORD', value },
  });
const retention = async (): Promise<void> => {
  const begun = await world.asAdmin('mutation { runRetention { id } }');
  expect(begun.code).toBeUndefined();
  await world.work();
};

/** A conversation with a file and an answer, a held message, and an address that spam has taught. */
async function written(email: string): Promise<string> {
  await world.write({ email, subject: words, content: `Un ${words}.` });
  await world.work();
  const token = await world.mailedToken(email);
  await world.reply(token, `Mon ${words}`, sample);
  await world.answer(words, 'Bonjour.');
  await block('retenez-moi');
  await world.reply(token, `Retenez-moi, ${words}`);
  return token;
}

test('somebody without an account has what they wrote erased by the mail they read: question, answer, file, held message', async () => {
  const email = 'oubli@example.org';
  const before = await keys();
  const token = await written(email);
  expect(await left()).toEqual({ visitor: 1, conversation: 1, message: 2, held_message: 1, form_block: 0 });
  expect(await keys()).toBe(before + 1);

  await ask(
    world.env,
    'mutation ($input: RequestCustomerDataInput!) { requestCustomerData(input: $input) { isLinkMailed } }',
    { variables: { input: { email } } },
  );
  await world.work();
  const erased = await ask(
    world.env,
    'mutation ($input: EraseCustomerInput!) { eraseCustomer(input: $input) { lines { record count } } }',
    { variables: { input: { token: await world.proofToken(email), reason: 'PRIVACY' } } },
  );
  expect(erased.data).toMatchObject({
    eraseCustomer: { lines: expect.arrayContaining([{ record: 'VISITORS', count: 1 }]) },
  });
  expect(await left()).toEqual({ visitor: 0, conversation: 0, message: 0, held_message: 0, form_block: 0 });
  expect([await keys(), (await world.read(token)).code]).toEqual([before, 'TOKEN_INVALID']);
});

test('spam goes after thirty days, the rest three years after the last message, and what was learnt after a year', async () => {
  const before = await keys();
  const token = await written('oubli@example.org');
  await world.write({ email: 'oubli@example.org', content: `Retenez-moi aussi, ${words}` });
  const held = await world.env.db.selectFrom('held_message').select('id').orderBy('id', 'desc').execute();
  await world.asAdmin('mutation ($input: MarkAsSpamInput!) { markAsSpam(input: $input) { id } }', {
    input: { heldMessageId: held[0]?.id },
  });
  world.clock.advance(31 * DAY);
  await retention();
  // The other one waits: nobody has said that it is spam.
  expect(await left()).toEqual({ visitor: 2, conversation: 1, message: 2, held_message: 1, form_block: 1 });
  world.clock.advance(366 * DAY);
  await retention();
  expect(await left()).toMatchObject({ visitor: 2, form_block: 0 });
  world.clock.advance(3 * 366 * DAY);
  await retention();
  expect(await left()).toEqual({ visitor: 0, conversation: 0, message: 0, held_message: 0, form_block: 0 });
  expect([await keys(), (await world.read(token)).code]).toEqual([before, 'TOKEN_INVALID']);
});
