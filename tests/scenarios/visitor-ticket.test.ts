/** A visitor’s conversation becomes a ticket: they go on by their link, and find it in their account later; or it is forgotten with them. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ask } from '../support/ask.ts';
import { DAY } from '../support/clock.ts';
import { tablesHolding } from '../services/privacy/tables.ts';
import { openVisitorWorld, type VisitorWorld } from './visitors.world.ts';

let world: VisitorWorld;
beforeAll(async () => {
  world = await openVisitorWorld();
});
afterAll(() => world.close());

interface Shown {
  readonly id: string;
  readonly reference: string;
  readonly status: string;
  readonly firstResponseAt: string | null;
}
const shown = `id reference status firstResponseAt satisfaction comment
  asker { id } visitor { name email } follows { id }`;

const conversationAbout = async (subject: string): Promise<string> =>
  (
    await world.env.db
      .selectFrom('conversation')
      .select('id')
      .where('subject', 'like', `%${subject}`)
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
  ).id;

/** An admin makes a ticket of what a visitor wrote. */
const makeTicket = async (conversationId: string, more: Readonly<Record<string, unknown>> = {}) =>
  world.asAdmin(`mutation ($input: CreateTicketForInput!) { createTicketFor(input: $input) { ${shown} } }`, {
    input: { conversationId, title: 'Devis perdu', description: 'Le devis demandé n’est pas arrivé.', ...more },
  });

/** Somebody writes by the form, and the team makes a ticket of it. */
async function asked(email: string, title: string): Promise<Shown & { readonly token: string }> {
  await world.write({ email, subject: title, content: `${title}\u00a0: où est-il ?` });
  await world.work();
  const { data } = await makeTicket(await conversationAbout(title), { title });
  await world.work();
  return { ...(data as { createTicketFor: Shown }).createTicketFor, token: await world.mailedToken(email) };
}

const see = async (id: string): Promise<Shown> => {
  const { data } = await world.asAdmin(`query ($id: ID!) { ticket(id: $id) { ${shown} } }`, { id });
  return (data as { ticket: Shown }).ticket;
};
const act = async (verb: string, ticketId: string): Promise<void> => {
  const { code } = await world.asAdmin(`mutation ($input: TicketInput!) { ${verb}(input: $input) { id } }`, {
    input: { ticketId },
  });
  expect(code).toBeUndefined();
  await world.work();
};
const writes = async (token: string, content: string): Promise<void> => {
  expect((await world.reply(token, content)).code).toBeUndefined();
  await world.work();
};
const read = async (token: string): Promise<{ subject: string; messages: { content: string }[] }> =>
  ((await world.read(token)).data as { visitorConversation: { subject: string; messages: { content: string }[] } })
    .visitorConversation;

test('the team makes a ticket of a visitor’s conversation, which goes on by the link in every mail', async () => {
  const email = 'camille@example.org';
  const { id, reference, token } = await asked(email, 'Devis perdu');
  expect(await see(id)).toMatchObject({
    ...{ status: 'OPEN', firstResponseAt: null, asker: null, follows: null },
    visitor: { name: 'Camille Roux', email },
  });
  expect(await world.mailsTo(email)).toEqual(['visitor-contact-received', 'visitor-ticket-opened']);
  expect((await read(token)).subject).toBe(`${reference} Devis perdu`);
  // There is one place to write, and one ticket at a time.
  expect((await makeTicket(await conversationAbout('Devis perdu'))).code).toBe('INPUT_INVALID');

  await world.answer(`${reference} Devis perdu`, 'Nous le cherchons.');
  expect((await see(id)).firstResponseAt).not.toBeNull();
  await act('waitTicket', id);
  expect((await see(id)).status).toBe('WAITING');
  await writes(token, 'Il était daté de mai.');
  expect((await see(id)).status).toBe('IN_PROGRESS');
  await act('resolveTicket', id);
  world.clock.advance(13 * DAY);
  await writes(token, 'Toujours rien.');
  expect((await see(id)).status).toBe('IN_PROGRESS');
  expect(await world.mailsTo(email)).toEqual([
    ...['visitor-contact-received', 'visitor-ticket-opened', 'visitor-reply'],
    ...['visitor-ticket-waiting', 'visitor-ticket-resolved'],
  ]);
  expect(await world.mailedToken(email)).toBe(token);
  // Never a page of an account, which they have not.
  const data = await world.env.db.selectFrom('email_delivery').select('data').where('to_email', '=', email).execute();
  expect(JSON.stringify(data)).not.toContain('/assistance/');
});

test('what they write once it is over begins another ticket, and their link shows both', async () => {
  const { id, token } = await asked('over@example.org', 'Tarif introuvable');
  await act('resolveTicket', id);
  world.clock.advance(15 * DAY);
  expect((await world.reply(token, 'Je cherche encore.')).code).toBeUndefined();
  // They go on writing while the next one begins: it stays one.
  await Promise.all([world.work(), world.reply(token, 'Rien dans mes courriels.')]);
  await world.work();
  expect((await see(id)).status).toBe('CLOSED');
  const next = await world.env.db.selectFrom('ticket').select(['id']).where('follows_id', '=', id).execute();
  expect(next).toHaveLength(1);
  const nextId = next[0]?.id ?? '';
  expect(await see(nextId)).toMatchObject({ status: 'OPEN', follows: { id }, visitor: { email: 'over@example.org' } });
  expect((await read(token)).messages.map(({ content }) => content)).toEqual([
    'Tarif introuvable\u00a0: où est-il ?',
    'Je cherche encore.',
    'Rien dans mes courriels.',
  ]);
  await act('waitTicket', nextId);
  await writes(token, 'Le voici.');
  expect((await see(nextId)).status).toBe('IN_PROGRESS');
  await world.answer(await subjectOf(nextId), 'Merci.');
  expect((await world.mailsTo('over@example.org')).at(-1)).toBe('visitor-reply');
  expect((await read(token)).messages.at(-1)?.content).toBe('Merci.');
});

const subjectOf = async (ticketId: string): Promise<string> =>
  (
    await world.env.db
      .selectFrom('conversation')
      .select('subject')
      .where('context_id', '=', ticketId)
      .executeTakeFirstOrThrow()
  ).subject;

interface ByLink {
  readonly code: string | undefined;
  readonly ticket: unknown;
}
async function byLink(verb: 'close' | 'cancel', input: Readonly<Record<string, unknown>>): Promise<ByLink> {
  const [name, type] =
    verb === 'close'
      ? ['closeTicketAsVisitor', 'CloseTicketAsVisitorInput']
      : ['cancelTicketAsVisitor', 'VisitorTicketInput'];
  const { code, data } = await ask(
    world.env,
    `mutation ($input: ${type}!) { ${name}(input: $input) { ticket { status satisfaction comment availableActions } } }`,
    { variables: { input } },
  );
  return { code, ticket: (data as Record<string, { ticket: unknown }> | null)?.[name]?.ticket };
}

test('by the link they agree that it is resolved and say how content they are, or that it needs no answer', async () => {
  const { id, token } = await asked('avis@example.org', 'Un avis');
  const shownTo = async () => (await world.read(token)).data?.['visitorConversation'];
  expect(await shownTo()).toMatchObject({
    ticket: { status: 'OPEN', satisfaction: null, availableActions: ['CANCEL'] },
  });
  expect((await byLink('close', { token, satisfaction: 5 })).code).toBe('ACTION_NOT_ALLOWED');
  await act('resolveTicket', id);
  expect((await byLink('close', { token, satisfaction: 6 })).code).toBe('INPUT_INVALID');
  expect((await byLink('close', { token: 'x'.repeat(43), satisfaction: 5 })).code).toBe('TOKEN_INVALID');
  expect(await byLink('close', { token, satisfaction: 4, comment: ' Rapide et clair. ' })).toEqual({
    code: undefined,
    ticket: { status: 'CLOSED', satisfaction: 4, comment: 'Rapide et clair.', availableActions: [] },
  });
  for (const verb of ['close', 'cancel'] as const)
    expect((await byLink(verb, { token })).code).toBe('ACTION_NOT_ALLOWED');
  expect(await see(id)).toMatchObject({ status: 'CLOSED', satisfaction: 4, comment: 'Rapide et clair.' });
  // They may still write: another ticket begins, and that one they cancel.
  await writes(token, 'Une autre question.');
  expect(await byLink('cancel', { token })).toMatchObject({ ticket: { status: 'CANCELLED', satisfaction: null } });

  await world.write({ email: 'sans@example.org', subject: 'Sans ticket' });
  await world.work();
  const bare = await world.mailedToken('sans@example.org');
  expect((await byLink('cancel', { token: bare })).code).toBe('NOT_FOUND');
  expect((await world.read(bare)).data).toMatchObject({ visitorConversation: { ticket: null } });
});

test('two forms are two people: their tickets are not merged, and nobody’s order is theirs', async () => {
  const [first, second] = [await asked('deux@example.org', 'Un recueil'), await asked('deux@example.org', 'Un essai')];
  const merged = await world.asAdmin('mutation ($input: MergeTicketsInput!) { mergeTickets(input: $input) { id } }', {
    input: { intoId: first.id, ids: [second.id] },
  });
  expect(merged.code).toBe('TICKETS_OF_DIFFERENT_PEOPLE');
  await world.write({ email: 'trois@example.org', subject: 'Une nouvelle' });
  await world.work();
  const conversationId = await conversationAbout('Une nouvelle');
  const nobody = '0199c0de-0000-7000-8000-000000000000';
  expect((await makeTicket(conversationId, { orderId: nobody })).code).toBe('INPUT_INVALID');
  expect((await makeTicket(conversationId, { userId: nobody })).code).toBe('INPUT_INVALID');
  expect((await makeTicket(nobody)).code).toBe('NOT_FOUND');
  expect(await world.env.db.selectFrom('ticket').select('id').where('title', '=', 'Une nouvelle').execute()).toEqual(
    [],
  );
});

test('once the account is activated the ticket is the account’s, with what was said', async () => {
  const [email, password] = ['lea@example.org', 'Phare-73-Ouessant'];
  const { id, token } = await asked(email, 'Relecture urgente');
  await ask(world.env, 'mutation ($input: RegisterInput!) { register(input: $input) { email } }', {
    variables: {
      input: {
        ...{ email, password, firstName: 'Léa', lastName: 'Marin' },
        consents: ['TERMS', 'PRIVACY'].map((purpose) => ({ purpose, policyVersion: '2026-11-20' })),
      },
    },
  });
  await world.work();
  await ask(world.env, 'mutation ($input: ActivateAccountInput!) { activateAccount(input: $input) { id } }', {
    variables: { input: { token: await world.activationToken(email) } },
  });
  await world.work();

  expect((await world.read(token)).code).toBe('TOKEN_INVALID');
  const mine = await ask(
    world.env,
    '{ myTickets(first: 5) { nodes { id status conversation { id messages(first: 5) { nodes { content } } } } } }',
    { token: await world.logIn(email, password) },
  );
  const { nodes } = (mine.data as { myTickets: { nodes: { conversation: { id: string } }[] } }).myTickets;
  expect(nodes).toMatchObject([
    { id, conversation: { messages: { nodes: [{ content: 'Relecture urgente\u00a0: où est-il ?' }] } } },
  ]);
  // They are the asker: what they write goes on with it.
  await act('waitTicket', id);
  expect((await world.mailsTo(email)).at(-1)).toBe('ticket-waiting');
  const sent = await ask(world.env, 'mutation ($input: SendMessageInput!) { sendMessage(input: $input) { id } }', {
    token: await world.logIn(email, password),
    variables: { input: { conversationId: nodes[0]?.conversation.id, content: 'C’est pour lundi.' } },
  });
  expect(sent.code).toBeUndefined();
  await world.work();
  expect(await see(id)).toMatchObject({ status: 'IN_PROGRESS', visitor: null, firstResponseAt: null });
});

const canary = 'cormoranhuppé';
/** Of the tables with words of people: all but mails and notifications, which are another matter of time. */
const holding = () => tablesHolding(world.env.db, canary);

async function askedAndTagged(email: string): Promise<void> {
  const { id, token } = await asked(email, canary);
  await world.asAdmin('mutation ($input: TagTicketInput!) { tagTicket(input: $input) { id } }', {
    input: { ticketId: id, tags: [canary] },
  });
  await act('resolveTicket', id);
  world.clock.advance(15 * DAY);
  await writes(token, `Et mon ${canary} ?`);
  expect(await holding()).toEqual(expect.arrayContaining(['conversation', 'message', 'ticket', 'ticket_tag']));
}

test('whoever has what they wrote erased has their tickets erased with it', async () => {
  const email = 'oubli@example.org';
  await askedAndTagged(email);
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
    eraseCustomer: {
      lines: expect.arrayContaining([
        { record: 'TICKETS', count: 2 },
        { record: 'VISITORS', count: 1 },
      ]),
    },
  });
  await world.work();
  expect(await holding()).toEqual([]);
});

test('tickets of visitors go with them, three years after the last message, but for one that a legal hold keeps', async () => {
  await askedAndTagged('temps@example.org');
  const kept = await asked('garde@example.org', 'Un litige');
  const held = await world.asAdmin('mutation ($input: PlaceLegalHoldInput!) { placeLegalHold(input: $input) { id } }', {
    input: { targetType: 'TICKET', targetId: kept.id, reason: 'Un litige est en cours' },
  });
  expect(held.code).toBeUndefined();
  world.clock.advance(3 * 366 * DAY);
  expect((await world.asAdmin('mutation { runRetention { id } }')).code).toBeUndefined();
  await world.work();
  const left = await holding();
  expect(
    ['conversation', 'message', 'ticket', 'ticket_tag', 'visitor'].filter((table) => left.includes(table)),
  ).toEqual([]);
  expect(await see(kept.id)).toMatchObject({ visitor: { email: 'garde@example.org' } });
  expect(await conversationAbout('Un litige')).toEqual(expect.any(String));
});
