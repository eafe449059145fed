import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { IncomingFile } from '../../../src/services/files/index.ts';
import { newId } from '../../../src/services/kernel/ids.ts';
import { sendMessage, type SendMessage } from '../../../src/services/messaging/index.ts';
import { MINUTE } from '../../support/clock.ts';
import { openMessagingEnvironment } from './messaging-environment.ts';

/** `sendMessage` repeated after a lost answer wrote twice. */
let env: Awaited<ReturnType<typeof openMessagingEnvironment>>;
let conversationId: string;
beforeAll(async () => {
  env = await openMessagingEnvironment();
  conversationId = await env.conversationOf(await env.order(env.people.ines));
});
afterAll(() => env.world.close());

const file = (text: string, filename = 'notes.txt'): Promise<IncomingFile> =>
  Promise.resolve({ filename, mimetype: 'text/plain', createReadStream: () => Readable.from([Buffer.from(text)]) });
const send = (more: Partial<SendMessage> = {}, actor = env.people.customer) =>
  sendMessage(env.contextFor(actor), { conversationId, content: 'Bonjour', attachments: [], ...more });
const messages = () =>
  env.world.db
    .selectFrom('message')
    .select(['id', 'content'])
    .where('sender_id', 'is not', null)
    .orderBy('id')
    .execute();
const keptFiles = async () =>
  (
    await env.world.db.selectFrom('stored_file').select('name').where('deleted_at', 'is', null).orderBy('id').execute()
  ).map(({ name }) => name);

test('with its key is one message, published once', async () => {
  const key = newId();
  const [first, second] = await Promise.all([send({ key }), send({ key })]);
  env.world.clock.advance(MINUTE);
  expect((await send({ key, content: ' Bonjour ' })).id).toBe(first.id);
  expect([second.id, (await messages()).length]).toEqual([first.id, 1]);
  expect(env.world.live.filter(({ payload }) => payload['messageId'] === first.id)).toHaveLength(1);
});

test('with its key and other words, or in another conversation, is refused', async () => {
  const key = newId();
  await send({ key });
  const other = await env.conversationOf(await env.order(env.people.paul));
  await expect(send({ key, content: 'Autre chose' })).rejects.toMatchObject({ code: 'CONFLICT' });
  await expect(send({ key, conversationId: other })).rejects.toMatchObject({ code: 'CONFLICT' });
  expect((await send({ key }, env.people.ines)).sender?.id).toBe(env.people.ines.userId);
});

test('with files: the same bytes are the same message, and their second copies are not kept; other bytes are refused', async () => {
  const key = newId();
  const first = await send({ key, attachments: [file('un'), file('deux', 'b.txt')] });
  expect((await send({ key, attachments: [file('un'), file('deux', 'b.txt')] })).id).toBe(first.id);
  for (const attachments of [
    [file('un'), file('trois', 'b.txt')],
    [file('un')],
    [file('un', 'a.txt'), file('deux', 'b.txt')],
    [],
  ]) {
    await expect(send({ key, attachments })).rejects.toMatchObject({ code: 'CONFLICT' });
  }
  expect(await keptFiles()).toEqual(['notes.txt', 'b.txt']);
});

test('without a key is said again', async () => {
  const before = (await messages()).length;
  await send();
  await send();
  expect(await messages()).toHaveLength(before + 2);
});
