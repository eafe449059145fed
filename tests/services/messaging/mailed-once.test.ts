import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Actor } from '../../../src/services/access/actor.ts';
import {
  deleteMessage,
  editMessage,
  markConversationRead,
  sendMessage,
  startConversation,
} from '../../../src/services/messaging/index.ts';
import { setQuietHours } from '../../../src/services/notifications/index.ts';
import { addMessage } from '../../../src/services/messaging/add-message.ts';
import { isStillUnread } from '../../../src/services/messaging/is-still-unread.ts';
import { jsonFrom } from '../../../src/services/platform/orm/values.ts';
import type { Tx } from '../../../src/services/platform/context.ts';
import { HOUR, MINUTE } from '../../support/clock.ts';
import { engine } from '../../support/database.ts';
import { openMessagingEnvironment } from './messaging-environment.ts';

let env: Awaited<ReturnType<typeof openMessagingEnvironment>>;
let conversationId: string;
beforeAll(async () => {
  env = await openMessagingEnvironment();
  const { customer, ines } = env.people;
  conversationId = await env.conversationOf(await env.order(ines));
  await env.world.run(markConversationRead, { conversationId }, customer);
});
afterAll(() => env.world.close());

const later = async (milliseconds: number): Promise<void> => {
  env.world.clock.advance(milliseconds);
  await env.work.runDue();
};

/** What each mail to somebody quotes, the earliest first. */
const quotedTo = async ({ userId }: Actor): Promise<unknown[]> => {
  const rows = await env.world.db
    .selectFrom('email_delivery')
    .select('data')
    .where('recipient_id', '=', userId)
    .where('dedupe_key', 'like', 'conversation-mail:%')
    .orderBy('dedupe_key')
    .execute();
  return rows.map(({ data }) => {
    const { excerpt, messages } = jsonFrom<{ excerpt?: string; messages?: { excerpt: string }[] }>(data);
    return messages?.map((message) => message.excerpt) ?? [excerpt];
  });
};

test('a message that was begun before a mail and commits after it is in the next mail, once', async () => {
  const { customer, ines } = env.people;
  await sendMessage(env.contextFor(ines), { conversationId, content: 'À temps', attachments: [] });
  env.world.clock.advance(MINUTE);
  const begun = env.world.clock.now();
  const write = async ({ em, emit, publish }: Tx<'em' | 'emit' | 'publish'>) => {
    const message = await addMessage(
      { em, emit, publish, now: begun },
      {
        ...{ conversation: { id: conversationId }, content: 'En retard', type: 'USER_MESSAGE' },
        sender: { id: ines.userId as string, part: 'STAFF' },
      },
    );
    message.createdAt = begun;
    await em.flush();
  };
  // SQLite has one writer: there, whoever began earlier has waited for the mail.
  if (engine === 'mysql')
    await env.world.run(async (tx: Tx<'em' | 'emit' | 'publish'>) => {
      await write(tx);
      await later(5 * MINUTE);
    }, undefined);
  else {
    await later(5 * MINUTE);
    await env.world.run(write, undefined);
  }
  expect(await quotedTo(customer)).toEqual([['À temps']]);
  await later(5 * MINUTE);
  await later(24 * HOUR);
  expect(await quotedTo(customer)).toEqual([['À temps'], ['En retard']]);
  await later(24 * HOUR);
  expect(await quotedTo(customer)).toHaveLength(2);
});

test('what somebody wrote before the team answered, and commits after it, is still unread to an admin', async () => {
  const { customer, admin } = env.people;
  const { id } = await env.world.run(startConversation, { subject: 'Une facture', content: 'Où est-elle ?' }, customer);
  const begun = env.world.clock.now();
  env.world.clock.advance(MINUTE);
  await sendMessage(env.contextFor(admin), { conversationId: id, content: 'La voici.', attachments: [] });
  const isNeeded = () =>
    isStillUnread(
      env.world.db,
      {
        ...{ deliveryId: id, recipientId: admin.userId, toEmail: 'ada@example.org' },
        data: { conversationUrl: `https://example.org/messages/${id}` },
      },
      env.world.clock.now(),
    );
  expect(await isNeeded()).toBe(false);
  const write = ({ em, emit, publish }: Tx<'em' | 'emit' | 'publish'>) =>
    addMessage(
      { em, emit, publish, now: begun },
      {
        ...{ conversation: { id }, content: 'Et l’autre ?', type: 'USER_MESSAGE' },
        sender: { id: customer.userId as string, part: 'OUTSIDE' },
      },
    );
  await env.world.run(write, undefined);
  expect(await isNeeded()).toBe(true);
});

test('a mail that waits for the morning says nothing that was deleted or said otherwise meanwhile', async () => {
  const { customer, admin } = env.people;
  // What the other tests have left.
  await later(5 * MINUTE);
  const quietHours = { from: '00:00', to: '23:59' };
  await env.world.run(setQuietHours, { quietHours }, customer);
  const { id } = await env.world.run(
    startConversation,
    { subject: 'Un devis', content: 'Voici', withUserId: customer.userId as string },
    admin,
  );
  const say = (content: string) => sendMessage(env.contextFor(admin), { conversationId: id, content, attachments: [] });
  const [wrong, hasty, last] = [await say('Pour quelqu’un d’autre'), await say('Mille euros'), await say('À demain')];
  const before = await quotedTo(customer);
  await later(5 * MINUTE);
  expect((await quotedTo(customer)).filter((one) => !before.some((old) => String(old) === String(one)))).toEqual([
    ['Voici', 'Pour quelqu’un d’autre', 'Mille euros', 'À demain'],
  ]);
  await env.world.run(deleteMessage, { messageId: wrong.id }, admin);
  await env.world.run(editMessage, { messageId: hasty.id, content: 'Cent euros' }, admin);
  await later(0);
  const now = (await quotedTo(customer)).map(String);
  expect(now).toContain('Voici,Cent euros,À demain');
  expect(now.join()).not.toMatch(/quelqu|Mille/);
  await env.world.run(deleteMessage, { messageId: hasty.id }, admin);
  await env.world.run(deleteMessage, { messageId: last.id }, admin);
  await later(0);
  expect((await quotedTo(customer)).map(String)).toContain('Voici');
});
