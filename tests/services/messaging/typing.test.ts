import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Actor } from '../../../src/services/access/actor.ts';
import { closeConversation, markTyping, typing, type MarkTyping } from '../../../src/services/messaging/index.ts';
import { refusal } from '../identity/people.ts';
import { openMessagingEnvironment } from './messaging-environment.ts';

let env: Awaited<ReturnType<typeof openMessagingEnvironment>>;
let conversationId: string;
beforeAll(async () => {
  env = await openMessagingEnvironment();
  conversationId = await env.conversationOf(await env.order(env.people.ines));
});
afterAll(() => env.world.close());

const passed: unknown[] = [];
const mark = (actor: Actor, input: Partial<MarkTyping> = {}): Promise<boolean> =>
  markTyping(
    { ...env.contextFor(actor), signal: (topic, key, payload) => void passed.push([topic, key, payload]) },
    { conversationId, ...input },
  );

test('that somebody writes is passed on for five seconds, at most once a second for each person, and stored nowhere', async () => {
  const { customer, ines } = env.people;
  const published = env.world.live.length;
  expect([await mark(customer), await mark(customer), await mark(ines), await mark(customer)]).toEqual([
    ...[true, false, true, false],
  ]);
  const until = new Date(env.contextFor().now.getTime() + 5_000).toISOString();
  expect(passed).toEqual([
    [typing, conversationId, { userId: customer.userId, audience: 'ALL', until }],
    [typing, conversationId, { userId: ines.userId, audience: 'ALL', until }],
  ]);
  expect(env.world.live.length).toBe(published);
});

test('strangers find no conversation; a customer writes for everybody only; nobody writes in a closed one', async () => {
  const { admin, customer, stranger, paul } = env.people;
  expect(await refusal(mark(stranger))).toEqual({ code: 'NOT_FOUND' });
  expect(await refusal(mark(paul))).toEqual({ code: 'NOT_FOUND' });
  expect(await refusal(mark(customer, { audience: 'STAFF' }))).toEqual({ code: 'FORBIDDEN' });
  await env.world.run(closeConversation, { conversationId }, admin);
  expect(await refusal(mark(admin))).toEqual({ code: 'CONVERSATION_CLOSED' });
});
