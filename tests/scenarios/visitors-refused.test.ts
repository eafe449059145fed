// @lane sqlite at first: refused before it is written; visitors.test.ts has the statements on both.
/** What the public forms refuse: each a typed refusal that names the field, with nothing written and nothing sent. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ask, type Answered } from '../support/ask.ts';
import { HOUR, SECOND } from '../support/clock.ts';
import { docx } from '../support/zip.ts';
import { refusedBy } from '../support/refused.ts';
import { openVisitorWorld, sample, type VisitorWorld } from './visitors.world.ts';

let world: VisitorWorld;
beforeAll(async () => {
  world = await openVisitorWorld();
});
afterAll(() => world.close());

const tables = ['visitor', 'conversation', 'message', 'held_message', 'email_delivery', 'stored_file'] as const;

/** The code and the fields of a refusal, with nothing written. */
async function refused(send: () => Promise<Answered>): Promise<unknown> {
  const [code, fields = []] = await refusedBy(world.env.db, [...tables, 'used_form_ticket'])(send);
  return [code, ...fields];
}

test('a ticket: none of ours, too soon, too late, twice, with the trap filled in', async () => {
  const ticketNow = async () =>
    ((await ask(world.env, '{ formTicket { ticket } }')).data as { formTicket: { ticket: string } }).formTicket.ticket;
  const invalid = ['FORM_TICKET_INVALID'];
  expect(await refused(() => world.write({ ticket: 'x' }))).toEqual(invalid);
  const fresh = await ticketNow();
  expect(await refused(() => world.write({ ticket: fresh }))).toEqual(invalid);
  world.clock.advance(3 * SECOND);
  expect(await refused(() => world.write({ ticket: fresh, trap: 'http://spam.example' }))).toEqual(invalid);
  expect((await world.write({ ticket: fresh })).code).toBeUndefined();
  expect(await refused(() => world.write({ ticket: fresh }))).toEqual(invalid);
  expect(await refused(() => world.askSample({ ticket: fresh }))).toEqual(invalid);
  const old = await ticketNow();
  world.clock.advance(2 * HOUR + SECOND);
  expect(await refused(() => world.write({ ticket: old }))).toEqual(invalid);
});

const bad: readonly (readonly [name: string, input: Record<string, unknown>, field: string])[] = [
  ['an address with a line break', { email: 'a@example.org\nbcc: b@example.org' }, 'input.email'],
  ['two addresses', { email: 'a@example.org, b@example.org' }, 'input.email'],
  ['an address of 256 characters', { email: `${'a'.repeat(244)}@example.org` }, 'input.email'],
  ['a name of emojis', { name: '😀'.repeat(300) }, 'input.name'],
  ['a name with marks from right to left', { name: 'Du\u202emas' }, 'input.name'],
  ['a name that is an address', { name: 'www.example.com' }, 'input.name'],
  ['a subject of blanks', { subject: '   ' }, 'input.subject'],
  ['a subject of 256 characters', { subject: 'é'.repeat(256) }, 'input.subject'],
  ['a subject with a NUL', { subject: 'a\u0000b' }, 'input.subject'],
  ['a subject of nothing that is seen', { subject: '\u200b\u200b' }, 'input.subject'],
  ['a message of blanks', { content: ' \n ' }, 'input.content'],
  ['a message of 10,001 characters', { content: 'a'.repeat(10_001) }, 'input.content'],
  ['a message with half a character', { content: 'a\ud800' }, 'input.content'],
  ['no version of the policy', { consent: '' }, 'input.consent'],
];

test.each(bad)('%s', async (_name, input, field) => {
  expect(await refused(() => world.write(input))).toEqual(['INPUT_INVALID', field]);
});

test('a name that looks like a template is the text that it is', async () => {
  const email = 'constructor@example.org';
  expect((await world.write({ email, name: '{{constructor}}' })).code).toBeUndefined();
  await world.work();
  expect(await world.mailsTo(email)).toEqual(['visitor-contact-received']);
});

test('a sample: no text, a picture, a ZIP of something else, more than 10 MiB', async () => {
  const asked = (name: string, bytes: Buffer) => () =>
    world.askSample({ email: 'fichiers@example.org' }, { name, bytes });
  const png = Buffer.from('89504e470d0a1a0a', 'hex');
  expect(await refused(asked('vide.txt', Buffer.alloc(0)))).toEqual(['FILE_TYPE_REFUSED']);
  expect(await refused(asked('image.png', png))).toEqual(['FILE_TYPE_REFUSED']);
  expect(await refused(asked('texte.docx', png))).toEqual(['FILE_TYPE_REFUSED']);
  expect(await refused(asked('long.txt', Buffer.alloc(10 * 1024 * 1024 + 1, 'a ')))).toEqual(['FILE_TOO_LARGE']);
  expect((await asked('texte.docx', docx('Bien.'))()).code).toBeUndefined();
});

test('a token that is wrong, of 10 KB, of another form, or of a guest order', async () => {
  for (const token of ['', 'x', 'x'.repeat(43)])
    expect(await refused(() => world.read(token))).toEqual(['TOKEN_INVALID']);
  expect(await refused(() => world.read('x'.repeat(10_240)))).toEqual(['INPUT_INVALID', 'token']);
  expect(await refused(() => world.reply('x'.repeat(10_240), 'Bonjour'))).toEqual(['INPUT_INVALID', 'input.token']);
  expect(await refused(() => world.reply('x'.repeat(43), 'Bonjour', sample))).toEqual(['TOKEN_INVALID']);
  const ticket = await world.ticket();
  expect(await refused(() => world.read(ticket))).toEqual(['TOKEN_INVALID']);
});
