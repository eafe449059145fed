/** 24 Robots at the form: what stops them, what is held for an admin, and what the system learns. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createRateLimits } from '../../src/services/platform/rate-limits.ts';
import { ask } from '../support/ask.ts';
import { auditEntries } from '../support/audit-log.ts';
import { docx } from '../support/zip.ts';
import { openVisitorWorld, type VisitorWorld } from './visitors.world.ts';

let world: VisitorWorld;
beforeAll(async () => {
  world = await openVisitorWorld();
});
afterAll(() => world.close());

interface Held {
  readonly id: string;
  readonly content: string;
  readonly reasons: string[];
  readonly file: { readonly id: string } | null;
}

const held = async (isSpam = false): Promise<Held[]> => {
  const { data, text } = await world.asAdmin(
    'query ($isSpam: Boolean) { heldMessages(first: 20, isSpam: $isSpam) { nodes { id content reasons isSpam file { id } visitor { email } } } }',
    { isSpam },
  );
  if (data === null) throw new Error(text);
  return (data as { heldMessages: { nodes: Held[] } }).heldMessages.nodes;
};
const release = (heldMessageId: string) =>
  world.asAdmin('mutation ($input: HeldMessageInput!) { releaseHeldMessage(input: $input) { id subject } }', {
    input: { heldMessageId },
  });
const markAsSpam = (input: Readonly<Record<string, unknown>>) =>
  world.asAdmin('mutation ($input: MarkAsSpamInput!) { markAsSpam(input: $input) { email blockedAt linkEndsAt } }', {
    input,
  });
const block = (kind: string, value: string) =>
  world.asAdmin('mutation ($input: BlockInFormsInput!) { blockInForms(input: $input) { id value isLearnt } }', {
    input: { kind, value },
  });
const conversationsOf = async (email: string) =>
  world.env.db
    .selectFrom('conversation as c')
    .innerJoin('visitor as v', 'v.id', 'c.visitor_id')
    .select(['c.id', 'c.status'])
    .where('v.email', '=', email)
    .execute();

const links = ['https://a.example/1', 'www.b.example', 'c.example/x', 'http://d.example'].join(' ');

test('a robot is answered as everybody else is, and what it writes waits for an admin', async () => {
  const email = 'robot@spam.example';
  const [robot, person] = [
    await world.write({ email, content: `Visitez ${links}` }),
    await world.write({
      email: 'lou@example.org',
      subject: 'Trois liens',
      content: 'Voir a.example/1 et www.b.example',
    }),
  ];
  expect([Object.keys(robot.data ?? {}), robot.code]).toEqual([Object.keys(person.data ?? {}), person.code]);
  await world.work();
  // No mail to an address that a robot may have found: it leaves with the release.
  expect([await world.mailsTo(email), await world.mailsTo('lou@example.org')]).toEqual([
    [],
    ['visitor-contact-received'],
  ]);
  expect(await conversationsOf(email)).toEqual([]);
  expect(await held()).toMatchObject([{ content: `Visitez ${links}`, reasons: ['LINKS'] }]);
  const notified = await world.env.db.selectFrom('notification').select('title').execute();
  expect(notified).toContainEqual({ title: 'Un message est retenu' });
});

test('a message that is released goes where it would have gone', async () => {
  const email = 'robot@spam.example';
  const [waiting] = await held();
  expect((await release(waiting?.id ?? '')).data).toMatchObject({
    releaseHeldMessage: { subject: 'Un recueil de poèmes' },
  });
  await world.work();
  expect([await held(), await world.mailsTo(email), (await conversationsOf(email)).length]).toEqual([
    [],
    ['visitor-contact-received'],
    1,
  ]);
  expect((await release(waiting?.id ?? '')).code).toBe('NOT_FOUND');
  const opened = await world.read(await world.mailedToken(email));
  expect(opened.text).toContain('a.example/1');
});

test('blocked words are data; case, accents and other words around them do not matter', async () => {
  expect((await block('WORD', ' Crédit  RAPIDE ')).data).toMatchObject({
    blockInForms: { value: 'credit rapide', isLearnt: false },
  });
  expect((await block('WORD', 'credit rapide')).code).toBeUndefined();
  await world.write({ email: 'mot@example.org', content: 'Un « credit-rapide » pour vous' });
  await world.write({ email: 'autre@example.org', content: 'Mon roman parle de crédits rapides.' });
  expect(await held()).toMatchObject([{ reasons: ['WORD'] }]);
  expect(await conversationsOf('autre@example.org')).toHaveLength(1);
  for (const [kind, value] of [
    ['WORD', '--'],
    ['ADDRESS', 'personne'],
    ['SITE', '::'],
  ] as const)
    expect([kind, (await block(kind, value)).code]).toEqual([kind, 'INPUT_INVALID']);
});

test('what is marked as spam teaches the address and the sites, and is still there to be released', async () => {
  const [waiting] = await held();
  const marked = await markAsSpam({ heldMessageId: waiting?.id });
  expect(marked.data).toMatchObject({
    markAsSpam: { email: 'mot@example.org', blockedAt: expect.any(String), linkEndsAt: null },
  });
  expect([await held(), (await held(true)).length]).toEqual([[], 1]);
  await world.write({ email: 'MOT@example.org', content: 'Bonjour.' });
  expect(await held()).toMatchObject([{ reasons: ['ADDRESS'] }]);

  const [conversation] = await conversationsOf('robot@spam.example');
  const token = await world.mailedToken('robot@spam.example');
  expect((await markAsSpam({ conversationId: conversation?.id })).code).toBeUndefined();
  expect((await world.read(token)).code).toBe('TOKEN_INVALID');
  expect(await conversationsOf('robot@spam.example')).toMatchObject([{ status: 'CLOSED' }]);
  await world.write({ email: 'neuf@example.org', content: 'Venez : https://shop.a.example/promo' });
  expect((await held()).map(({ reasons }) => reasons)).toEqual([['ADDRESS'], ['SITE']]);

  const { data } = await world.asAdmin('{ formBlocks(first: 20) { nodes { id kind value isLearnt } } }');
  const blocks = (data as { formBlocks: { nodes: { id: string; kind: string; value: string; isLearnt: boolean }[] } })
    .formBlocks.nodes;
  expect(blocks).toContainEqual({ id: expect.any(String), kind: 'SITE', value: 'a.example', isLearnt: true });
  const address = blocks.find(({ value }) => value === 'mot@example.org');
  const unblock = () =>
    world.asAdmin('mutation ($input: UnblockInFormsInput!) { unblockInForms(input: $input) }', {
      input: { formBlockId: address?.id },
    });
  expect([(await unblock()).code, (await unblock()).code]).toEqual([undefined, 'NOT_FOUND']);
  const [spam] = await held(true);
  expect((await release(spam?.id ?? '')).code).toBeUndefined();
  const actions = (await auditEntries(world.env.db)).map(({ action }) => action);
  expect(actions).toEqual(expect.arrayContaining(['MESSAGE_HELD', 'MESSAGE_RELEASED', 'MESSAGE_MARKED_AS_SPAM']));
});

test('a reply with a blocked word is held too, its writer sees it as sent, and its file is read by admins', async () => {
  const email = 'lou@example.org';
  const token = await world.mailedToken(email);
  const sent = await world.reply(token, 'Un crédit rapide ?', { name: 'offre.docx', bytes: docx('Offre.') });
  expect(sent.text).toContain('Un crédit rapide ?');
  const waiting = (await held()).find(({ content }) => content === 'Un crédit rapide ?');
  const link = await world.asAdmin(
    'mutation ($input: RequestDownloadInput!) { requestDownload(input: $input) { url } }',
    { input: { fileId: waiting?.file?.id } },
  );
  expect(link.code).toBeUndefined();
  await release(waiting?.id ?? '');
  const { data } = await world.read(token);
  expect(JSON.stringify(data)).toContain('offre.docx');
});

test('only admins see what is held', async () => {
  const anonymous = await ask(world.env, '{ heldMessages(first: 1) { nodes { id } } }');
  expect(anonymous.code).toBe('UNAUTHENTICATED');
});

test('five forms an hour from a network address, three a day from an e-mail address', async () => {
  const strict = await openVisitorWorld({ limits: createRateLimits() });
  const sent = async (email: string) => (await strict.write({ email, content: 'Bonjour.' })).code ?? 'RECEIVED';
  try {
    const byEmail = [];
    for (const email of ['une@example.org', 'UNE@example.org', ' Une@Example.org', 'une@example.org'])
      byEmail.push(await sent(email));
    expect(byEmail).toEqual(['RECEIVED', 'RECEIVED', 'RECEIVED', 'RATE_LIMITED']);
    expect([await sent('deux@example.org'), await sent('trois@example.org')]).toEqual(['RECEIVED', 'RATE_LIMITED']);
  } finally {
    await strict.close();
  }
});
