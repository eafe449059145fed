/** Somebody writes to the business without an account, and goes on from their mailbox. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ask } from '../support/ask.ts';
import { auditEntries } from '../support/audit-log.ts';
import { DAY, MINUTE, SECOND } from '../support/clock.ts';
import { docx } from '../support/zip.ts';
import { searchPlaintext } from './plaintext.ts';
import { openVisitorWorld, sample, type VisitorWorld } from './visitors.world.ts';

let world: VisitorWorld;
beforeAll(async () => {
  world = await openVisitorWorld();
});
afterAll(() => world.close());

const visitorAt = (email: string) =>
  world.env.db.selectFrom('visitor').selectAll().where('email', '=', email).executeTakeFirstOrThrow();
const keysOf = (fileId: string) =>
  world.env.db.selectFrom('data_key').select('id').where('file_id', '=', fileId).execute();
const messagesIn = (data: unknown, field = 'visitorConversation') =>
  (
    data as Record<
      string,
      { messages: { isFromTeam: boolean; content: string; files: { id: string; name: string }[] }[] }
    >
  )[field]?.messages;

test('22 a contact form, and the answer from a mailbox', async () => {
  const email = 'camille@example.org';
  const sent = await world.write({ email: ' Camille@Example.org ' });
  expect(sent.data).toEqual({ sendContactForm: { receivedAt: expect.any(String) } });
  await world.work();
  expect(await world.mailsTo(email)).toEqual(['visitor-contact-received']);
  const token = await world.mailedToken(email);
  expect(token).toMatch(/^[\w-]{43}$/);

  // The business is notified: in the application at once, by mail once nobody has read it for two minutes.
  world.clock.advance(2 * MINUTE + SECOND);
  await world.work();
  const toTheTeam = await world.env.db
    .selectFrom('email_delivery')
    .select(['template', 'data'])
    .where('template', '=', 'new-message')
    .execute();
  expect(toTheTeam).toHaveLength(1);
  expect(JSON.stringify(toTheTeam)).toContain('Camille Roux');
  const entries = await auditEntries(world.env.db);
  expect(entries.filter(({ action }) => action === 'USER_MESSAGE_SUPPORT_EMAIL_SENT')).toHaveLength(1);
  const list = await world.asAdmin(
    '{ conversations(first: 5, filter: { kind: VISITOR }) { nodes { subject status visitor { name email verifiedAt } lastMessage { isFromVisitor visitorName sender { id } } } } }',
  );
  expect(list.data).toMatchObject({
    conversations: {
      nodes: [
        {
          ...{ subject: 'Un recueil de poèmes', status: 'OPEN' },
          visitor: { name: 'Camille Roux', email, verifiedAt: null },
          lastMessage: { isFromVisitor: true, visitorName: 'Camille Roux', sender: null },
        },
      ],
    },
  });

  // An internal note is no answer: neither mailed nor shown.
  const { id: conversationId } = await world.env.db
    .selectFrom('conversation')
    .select('id')
    .where('visitor_id', '=', (await visitorAt(email)).id)
    .executeTakeFirstOrThrow();
  await world.asAdmin('mutation ($input: SendMessageInput!) { sendMessage(input: $input) { id } }', {
    input: { conversationId, content: 'À confier à Inès', audience: 'ADMIN' },
  });
  await world.answer('Un recueil de poèmes', 'Oui, la poésie aussi. Combien de pages ?');
  expect(await world.mailsTo(email)).toEqual(['visitor-contact-received', 'visitor-reply']);
  expect(await world.mailedToken(email)).toBe(token);

  const opened = await world.read(token);
  expect(messagesIn(opened.data)).toMatchObject([
    { isFromTeam: false, content: 'Bonjour, corrigez-vous aussi la poésie ?' },
    { isFromTeam: true, content: 'Oui, la poésie aussi. Combien de pages ?' },
  ]);
  expect((await visitorAt(email)).verified_at).not.toBeNull();
  const replied = await world.reply(token, 'Quarante-deux.', sample);
  expect(messagesIn(replied.data, 'replyAsVisitor')?.at(-1)).toMatchObject({
    ...{ isFromTeam: false, content: 'Quarante-deux.' },
    files: [{ name: 'incipit.docx' }],
  });
  await world.work();

  // Seen before the two minutes are over: no mail.
  await world.asAdmin('mutation ($input: SendMessageInput!) { sendMessage(input: $input) { id } }', {
    input: { conversationId, content: 'Merci !' },
  });
  await world.work();
  await world.read(token);
  world.clock.advance(3 * MINUTE);
  await world.work();
  expect(await world.mailsTo(email)).toHaveLength(2);
});

test('a file of the conversation is fetched by the token, and no other file', async () => {
  await world.answer('Un recueil de poèmes', 'Voici comment nous corrigeons.', sample);
  const token = await world.mailedToken('camille@example.org');
  const files = messagesIn((await world.read(token)).data)?.flatMap((message) => message.files) ?? [];
  const [own, file] = files;
  const fetching = (fileId: string, secret = token) =>
    ask(
      world.env,
      'mutation ($input: RequestVisitorDownloadInput!) { requestVisitorDownload(input: $input) { url } }',
      { variables: { input: { token: secret, fileId } } },
    );
  const { data } = await fetching(file?.id as string);
  const { url } = (data as { requestVisitorDownload: { url: string } }).requestVisitorDownload;
  const download = await fetch(`${world.env.url}${new URL(url).pathname}${new URL(url).search}`);
  expect(Buffer.from(await download.arrayBuffer()).equals(sample.bytes)).toBe(true);
  const other = await world.env.db
    .selectFrom('stored_file')
    .select('id')
    .where('id', 'not in', [own?.id ?? '', file?.id ?? ''])
    .executeTakeFirst();
  // Nobody but admins opens what a visitor sent where no antivirus has looked into it.
  expect((await fetching(own?.id as string)).code).toBe('FILE_NOT_VERIFIED');
  for (const foreign of [other?.id ?? 'x', '0199c0de-0000-7000-8000-000000000000', 'x'])
    expect((await fetching(foreign)).code).toBe('NOT_FOUND');
  expect((await fetching(file?.id as string, 'x'.repeat(43))).code).toBe('TOKEN_INVALID');
});

test('a link ends thirty days after the last mail, and is revoked by an admin; the next answer mails another one', async () => {
  const email = 'anouk@example.org';
  await world.write({ email, subject: 'Une thèse', name: 'Anouk' });
  await world.work();
  const token = await world.mailedToken(email);
  world.clock.advance(20 * DAY);
  const conversationId = await world.answer('Une thèse', 'Bonjour Anouk.');
  world.clock.advance(29 * DAY);
  expect((await world.read(token)).code).toBeUndefined();
  world.clock.advance(2 * DAY);
  expect((await world.read(token)).code).toBe('TOKEN_INVALID');
  expect((await world.reply(token, 'Encore là ?')).code).toBe('TOKEN_INVALID');

  await world.answer('Une thèse', 'Êtes-vous encore là ?');
  expect((await world.read(token)).code).toBeUndefined();
  const revoked = await world.asAdmin(
    'mutation ($input: ConversationInput!) { revokeVisitorLink(input: $input) { linkEndsAt } }',
    { input: { conversationId } },
  );
  expect(revoked.data).toEqual({ revokeVisitorLink: { linkEndsAt: null } });
  expect((await world.read(token)).code).toBe('TOKEN_INVALID');
  await world.answer('Une thèse', 'Voici un autre lien.');
  const another = await world.mailedToken(email);
  expect(another).not.toBe(token);
  expect((await world.read(another)).code).toBeUndefined();
  expect((await world.read(token)).code).toBe('TOKEN_INVALID');

  await world.asAdmin('mutation ($input: ConversationInput!) { closeConversation(input: $input) { id } }', {
    input: { conversationId },
  });
  expect((await world.reply(another, 'Merci.')).code).toBe('CONVERSATION_CLOSED');
  expect((await world.read(another)).data).toMatchObject({ visitorConversation: { isClosed: true } });
});

test('a free sample is asked for once in ninety days, and fetched when it is ready', async () => {
  const email = 'jules@example.org';
  expect((await world.askSample({ email })).data).toEqual({ requestFreeSample: { receivedAt: expect.any(String) } });
  await world.work();
  expect(await world.mailsTo(email)).toEqual(['visitor-sample-received']);
  expect((await world.askSample({ email })).code).toBe('RATE_LIMITED');
  const files = await world.env.db.selectFrom('stored_file').select('owner_id').where('owner_id', 'is', null).execute();
  expect(files.length).toBeGreaterThan(0);
  await world.answer('Échantillon gratuit – Roman', 'Voici.', { name: 'corrigé.docx', bytes: docx('Corrigé.') });
  expect(await world.mailsTo(email)).toEqual(['visitor-sample-received', 'visitor-sample-ready']);
  const { data } = await world.read(await world.mailedToken(email));
  expect(messagesIn(data)).toMatchObject([
    { isFromTeam: false, files: [{ name: 'incipit.docx' }] },
    { isFromTeam: true, files: [{ name: 'corrigé.docx' }] },
  ]);
  world.clock.advance(91 * DAY);
  expect((await world.askSample({ email })).code).toBeUndefined();
});

test('25 the visitor becomes a customer: what they wrote is theirs once the address is proven', async () => {
  const email = 'lea@example.org';
  await world.write({ email, subject: 'Mon premier roman', content: 'Je commence.' });
  await world.work();
  const token = await world.mailedToken(email);
  await world.reply(token, 'Voici le début.', sample);
  await world.answer('Mon premier roman', 'Bienvenue.');
  const { id: visitorId } = await visitorAt(email);

  const password = 'Phare-73-Ouessant';
  await ask(world.env, 'mutation ($input: RegisterInput!) { register(input: $input) { email } }', {
    variables: {
      input: {
        ...{ email, password, firstName: 'Léa', lastName: 'Marin' },
        consents: ['TERMS', 'PRIVACY'].map((purpose) => ({ purpose, policyVersion: '2026-11-20' })),
      },
    },
  });
  await world.work();
  // Registered is not proven: the link is still the visitor’s.
  expect((await world.read(token)).code).toBeUndefined();
  expect((await visitorAt(email)).user_id).toBeNull();
  const activation = await world.activationToken(email);
  await ask(world.env, 'mutation ($input: ActivateAccountInput!) { activateAccount(input: $input) { id } }', {
    variables: { input: { token: activation } },
  });
  await world.work();

  expect((await world.read(token)).code).toBe('TOKEN_INVALID');
  const customer = await world.logIn(email, password);
  const mine = await ask(
    world.env,
    '{ conversations(first: 5, search: "roman") { nodes { subject unreadCount visitor { id } messages(first: 5) { nodes { content sender { displayName } attachments { id } } } } } }',
    { token: customer },
  );
  expect(mine.data).toMatchObject({
    conversations: {
      nodes: [
        {
          ...{ subject: 'Mon premier roman', visitor: null },
          messages: {
            nodes: [
              { content: 'Bienvenue.' },
              { content: 'Voici le début.', sender: { displayName: expect.stringContaining('Léa') } },
              { content: 'Je commence.' },
            ],
          },
        },
      ],
    },
  });
  const owned = await world.env.db
    .selectFrom('message_attachment as a')
    .innerJoin('message as m', 'm.id', 'a.message_id')
    .innerJoin('stored_file as f', 'f.id', 'a.file_id')
    .select(['f.owner_id', 'f.id'])
    .where('m.visitor_id', '=', visitorId)
    .execute();
  expect(owned).toEqual([{ owner_id: (await visitorAt(email)).user_id, id: expect.any(String) }]);
  expect(await keysOf(owned[0]?.id ?? '')).toHaveLength(1);
});

test('a customer who proves another address finds what they wrote from it without an account', async () => {
  const email = 'lea@ailleurs.example';
  await world.write({ email, subject: 'Mon second roman', content: 'De mon autre adresse.' });
  await world.work();
  const link = await world.mailedToken(email);
  const token = await world.logIn('lea@example.org', 'Phare-73-Ouessant');
  await ask(world.env, 'mutation ($input: RequestEmailChangeInput!) { requestEmailChange(input: $input) { email } }', {
    ...{ token, variables: { input: { email } } },
  });
  await world.work();
  expect((await visitorAt(email)).user_id).toBeNull();
  const change = await world.changeToken(email);
  await ask(world.env, 'mutation ($input: ConfirmEmailChangeInput!) { confirmEmailChange(input: $input) { email } }', {
    variables: { input: { token: change } },
  });
  await world.work();
  expect((await world.read(link)).code).toBe('TOKEN_INVALID');
  const mine = await ask(world.env, '{ conversations(first: 5) { nodes { subject } } }', {
    token: await world.logIn(email, 'Phare-73-Ouessant'),
  });
  expect(mine.data).toEqual({
    conversations: {
      nodes: expect.arrayContaining([{ subject: 'Mon premier roman' }, { subject: 'Mon second roman' }]),
    },
  });
});

test('nothing that opens a conversation is in the logs, the jobs, the mails at rest or the files', async () => {
  const token = await world.mailedToken('camille@example.org');
  const jobs = await world.env.db.selectFrom('job').select('payload').execute();
  const mails = await world.env.db.selectFrom('email_delivery').select('data').execute();
  expect(JSON.stringify([jobs, mails])).not.toContain(token);
  const { found } = searchPlaintext(world.env.config.dataDir, ['bateau-lavoir']);
  expect(found).toEqual([]);
});
