/** A customer writes to the business: the team is mailed once a day and conversation, and the audit log says so. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ask, signIn } from '../support/ask.ts';
import { auditEntries } from '../support/audit-log.ts';
import { DAY, MINUTE, SECOND } from '../support/clock.ts';
import { openVisitorWorld, type VisitorWorld } from './visitors.world.ts';

let world: VisitorWorld;
beforeAll(async () => {
  world = await openVisitorWorld();
});
afterAll(() => world.close());

const supportMails = async () =>
  (await auditEntries(world.env.db)).filter(({ action }) => action === 'USER_MESSAGE_SUPPORT_EMAIL_SENT');
const twoMinutes = async (): Promise<void> => {
  await world.work();
  world.clock.advance(2 * MINUTE + SECOND);
  await world.work();
};

test('each mail to the team about a customer’s message is in the audit log; what comes later that day waits for the morning', async () => {
  const customer = await signIn(world.env, 'CUSTOMER');
  const started = await ask(
    world.env,
    'mutation ($input: StartConversationInput!) { startConversation(input: $input) { id } }',
    { variables: { input: { subject: 'Une facture', content: 'Où est ma facture ?' } }, token: customer },
  );
  const { id: conversationId } = (started.data as { startConversation: { id: string } }).startConversation;
  await twoMinutes();
  const { id: userId } = await world.env.db
    .selectFrom('user')
    .select('id')
    .where('email', '=', world.env.people.get('CUSTOMER')?.email ?? '')
    .executeTakeFirstOrThrow();
  const entries = await supportMails();
  expect(entries).toHaveLength(1);
  expect(entries[0]).toMatchObject({ target_id: userId });
  expect(JSON.stringify(entries[0])).toContain(conversationId);

  await ask(world.env, 'mutation ($input: SendMessageInput!) { sendMessage(input: $input) { id } }', {
    variables: { input: { conversationId, content: 'Et la suivante ?' } },
    token: customer,
  });
  await twoMinutes();
  expect(await supportMails()).toHaveLength(1);
  world.clock.advance(DAY);
  await world.work();
  expect(await supportMails()).toHaveLength(2);

  // What the team writes is no message to the business.
  await world.answer('Une facture', 'La voici.');
  expect(await supportMails()).toHaveLength(2);
});
