/** 30 a ticket over a long weekend; 31 two tickets merged; 32 escalation stops at 18:00. As people do it, through the API. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { instantAt } from '../../src/services/kernel/business-time.ts';
import type { Tx } from '../../src/services/platform/context.ts';
import { escalateTicketsTask } from '../../src/services/support/sla/escalate.ts';
import { MINUTE, testClock } from '../support/clock.ts';
import { openTestEnvironment, type AppEnvironment } from '../support/environment.ts';
import { person, type Person } from '../services/orders/orders-fixture.ts';

const at = (date: string, time: string): Date => instantAt(date, time, 'Europe/Paris');
/** The Thursday before a public holiday, which is a Friday. */
const clock = testClock(at('2026-04-30', '16:30'));
let env: AppEnvironment;
let customer: Person;
let admin: Person;
beforeAll(async () => {
  env = await openTestEnvironment({ isServed: false, clock });
  [customer, admin] = [await person(env), await person(env, 'ADMIN')];
});
afterAll(() => env.close());

async function ask<T>({ actor }: Person, document: string, variables: Record<string, unknown> = {}): Promise<T> {
  const { data, codes } = await env.ask(actor, document, variables);
  expect(codes).toEqual([]);
  return data as T;
}

interface Ticket {
  readonly id: string;
  readonly status: string;
  readonly firstResponseDueAt: unknown;
  readonly escalatedAt: unknown;
  readonly mergedInto: { readonly id: string } | null;
  readonly conversation: { readonly id: string } | null;
}
const fields = 'id status firstResponseDueAt escalatedAt mergedInto { id } conversation { id }';

const open = async (title: string, priority: string): Promise<Ticket> => {
  const document = `mutation ($input: CreateTicketInput!) { createTicket(input: $input) { ${fields} } }`;
  const input = { title, description: `${title}, en détail`, priority };
  const { createTicket } = await ask<{ createTicket: Ticket }>(customer, document, { input });
  await env.app.worker.runDue();
  return createTicket;
};
const see = async (id: string, who = admin): Promise<Ticket> =>
  (await ask<{ ticket: Ticket }>(who, `query ($id: ID!) { ticket(id: $id) { ${fields} } }`, { id })).ticket;
const say = async (who: Person, { conversation }: Ticket, content: string): Promise<void> => {
  const document = 'mutation ($input: SendMessageInput!) { sendMessage(input: $input) { id } }';
  await ask(who, document, { input: { conversationId: conversation?.id, content } });
  await env.app.worker.runDue();
};
const said = async ({ conversation }: Ticket): Promise<string[]> => {
  const document = 'query ($id: ID!) { conversation(id: $id) { messages(first: 20) { nodes { content } } } }';
  const { conversation: seen } = await ask<{ conversation: { messages: { nodes: { content: string }[] } } }>(
    customer,
    document,
    { id: conversation?.id },
  );
  return seen.messages.nodes.map(({ content }) => content).toReversed();
};
async function minutePasses(): Promise<void> {
  clock.advance(MINUTE);
  await env.run(async ({ enqueue }: Tx<'enqueue'>) => enqueue(escalateTicketsTask, {}), undefined);
  await env.app.worker.runDue();
}
/** The missed targets of a ticket that an admin was notified of. */
const warnings = async (title: string): Promise<number> => {
  const document = '{ notifications(first: 50) { nodes { title message } } }';
  const { notifications } = await ask<{ notifications: { nodes: { title: string; message: string }[] } }>(
    admin,
    document,
  );
  return notifications.nodes.filter((each) => each.title === 'Un délai est dépassé' && each.message.includes(title))
    .length;
};
const instant = (value: unknown): number => new Date(value as string | Date).getTime();

test('a ticket of Thursday afternoon is due on Monday morning: a holiday and a weekend are between', async () => {
  const { firstResponseDueAt } = await open('Avant le pont', 'HIGH');
  expect(instant(firstResponseDueAt)).toBe(at('2026-05-04', '11:30').getTime());
});

test('what is missed at 18:00 is said at 09:00 of the next day of business, once; an answer in time is not', async () => {
  clock.set(at('2026-05-05', '16:00'));
  const [missed, kept] = [await open('Pressé', 'URGENT'), await open('Répondu', 'URGENT')];
  await say(admin, kept, 'Voici.');
  clock.set(at('2026-05-05', '18:00'));
  await minutePasses();
  clock.set(at('2026-05-06', '08:50'));
  await minutePasses();
  expect([(await see(missed.id)).escalatedAt, await warnings('Pressé')]).toEqual([null, 0]);
  clock.set(at('2026-05-06', '09:00'));
  for (let minute = 0; minute < 3; minute += 1) await minutePasses();
  expect((await see(missed.id)).escalatedAt).not.toBeNull();
  expect((await see(kept.id)).escalatedAt).toBeNull();
  expect([await warnings('Pressé'), await warnings('Répondu')]).toEqual([1, 0]);
});

test('two tickets become one: what is written to the one that went is said in the other', async () => {
  clock.set(at('2026-05-07', '10:00'));
  const first = await open('Doublon', 'NORMAL');
  clock.advance(MINUTE);
  const second = await open('Original', 'NORMAL');
  await say(admin, first, 'Nous regardons.');
  const document = 'mutation ($input: MergeTicketsInput!) { mergeTickets(input: $input) { id } }';
  await ask(admin, document, { input: { intoId: second.id, ids: [first.id] } });
  await env.app.worker.runDue();
  await say(customer, first, 'Merci.');
  const gone = await see(first.id, customer);
  expect([gone.status, gone.mergedInto?.id]).toEqual(['CLOSED', second.id]);
  expect(await said(second)).toEqual(['Doublon, en détail', 'Original, en détail', 'Nous regardons.', 'Merci.']);
});
