import { join } from 'node:path';
import { mailboxFolder } from '../../src/services/adapters/mail/mailbox-folder.ts';
import { bcryptPasswords } from '../../src/services/adapters/passwords/bcrypt.ts';
import type { RateLimits } from '../../src/services/platform/rate-limits.ts';
import { ask, askWithFiles, signIn, type Answered } from '../support/ask.ts';
import { MINUTE, SECOND, testClock, type TestClock } from '../support/clock.ts';
import { openTestEnvironment, type TestEnvironment } from '../support/environment.ts';
import { proofFor } from '../support/form-proof.ts';
import { doAllDue } from '../support/all-due.ts';
import { docx } from '../support/zip.ts';

/** Somebody without an account, through the running server: what they send, and what they find in their mailbox. */
export interface VisitorWorld {
  readonly env: TestEnvironment;
  readonly clock: TestClock;
  /** A form ticket that is good by now. */
  ticket(): Promise<string>;
  /** The contact form, filled in well but for what is given. */
  write(input?: Readonly<Record<string, unknown>>): Promise<Answered>;
  askSample(input?: Readonly<Record<string, unknown>>, file?: { name: string; bytes: Buffer }): Promise<Answered>;
  read(token: string): Promise<Answered>;
  reply(token: string, content: string, file?: { name: string; bytes: Buffer }): Promise<Answered>;
  /** Asks as an admin. */
  asAdmin(document: string, variables?: Readonly<Record<string, unknown>>): Promise<Answered>;
  /** An admin answers the conversation about a subject, perhaps with a file; two minutes go by. */
  answer(subject: string, content: string, file?: { name: string; bytes: Buffer }): Promise<string>;
  /** Does all jobs that are due. */
  work(): Promise<void>;
  /** The templates of the mails to an address, in their order. */
  mailsTo(email: string): Promise<string[]>;
  /** The token in the newest mail of a visitor to an address. */
  mailedToken(email: string): Promise<string>;
  activationToken(email: string): Promise<string>;
  /** Of the mail that proves a new address of an account. */
  changeToken(email: string): Promise<string>;
  /** Of the mail that proves an address to have its data copied or erased. */
  proofToken(email: string): Promise<string>;
  /** Signs somebody in who has registered; answers the access token. */
  logIn(email: string, password: string): Promise<string>;
  close(): Promise<void>;
}

export const sample = { name: 'incipit.docx', bytes: docx('Le bateau-lavoir ne partait jamais.') };
const shown = `subject isClosed linkEndsAt messages { id isFromTeam content files { id name } }
  ticket { status satisfaction availableActions }`;

interface VisitorWorldOptions {
  /** Those of the server as it is installed; tests of other things must not meet them. */
  readonly limits?: RateLimits;
  readonly environment?: Record<string, string>;
}

export async function openVisitorWorld({ limits, environment = {} }: VisitorWorldOptions = {}): Promise<VisitorWorld> {
  const clock = testClock('2026-12-01T09:00:00.000Z');
  const env = await openTestEnvironment({
    ...{ clock, environment },
    isWorking: false,
    services: { passwords: bcryptPasswords(4), ...(limits && { limits }) },
  });
  const mailbox = mailboxFolder({ folder: join(env.config.dataDir, 'mailbox'), clock });
  let admin = { token: '', until: 0 };
  /** The token of an admin: days go by here, and sessions end. */
  const adminToken = async (): Promise<string> => {
    const now = clock.now().getTime();
    if (admin.until <= now) admin = { token: await signIn(env, 'ADMIN'), until: now + 20 * MINUTE };
    return admin.token;
  };
  const ticket = async (): Promise<string> => {
    const { data } = await ask(env, '{ formTicket { ticket } }');
    clock.advance(4 * SECOND);
    return (data as { formTicket: { ticket: string } }).formTicket.ticket;
  };
  const person = async (input: Readonly<Record<string, unknown>>) => {
    const form = String(input['ticket'] ?? (await ticket()));
    return {
      ...{ ticket: form, proof: await proofFor(form) },
      ...{ name: 'Camille Roux', email: 'camille@example.org', consent: '2026-11-20', locale: 'FR' },
    };
  };
  const work = () => doAllDue(env, clock);
  /** Of all mails, the oldest first. */
  const linksTo = async (email: string): Promise<URL[]> =>
    (await mailbox.list())
      .filter((mail) => mail.to.email === email)
      .toSorted((a, b) => a.date.getTime() - b.date.getTime())
      .flatMap(({ links }) => links.map((link) => new URL(link)));
  const tokenAt = async (email: string, path: string): Promise<string> =>
    (await linksTo(email)).findLast(({ pathname }) => pathname.endsWith(path))?.searchParams.get('token') ?? '';
  const asAdmin: VisitorWorld['asAdmin'] = async (document, variables = {}) =>
    ask(env, document, { variables, token: await adminToken() });
  return {
    ...{ env, clock, ticket, work, asAdmin },
    write: async (input = {}) =>
      ask(env, 'mutation ($input: SendContactFormInput!) { sendContactForm(input: $input) { receivedAt } }', {
        variables: {
          input: {
            ...(await person(input)),
            ...{ subject: 'Un recueil de poèmes', content: 'Bonjour, corrigez-vous aussi la poésie ?' },
            ...input,
          },
        },
      }),
    askSample: async (input = {}, file = sample) =>
      askWithFiles(
        env,
        'mutation ($input: RequestFreeSampleInput!) { requestFreeSample(input: $input) { receivedAt } }',
        {
          variables: {
            input: { ...(await person(input)), content: 'Voici mon début.', genre: 'Roman', file: null, ...input },
          },
          files: { 'variables.input.file': file },
        },
      ),
    read: (token) =>
      ask(env, `query ($token: String!) { visitorConversation(token: $token) { ${shown} } }`, { variables: { token } }),
    reply: (token, content, file) => {
      const document = `mutation ($input: ReplyAsVisitorInput!) { replyAsVisitor(input: $input) { ${shown} } }`;
      return file === undefined
        ? ask(env, document, { variables: { input: { token, content } } })
        : askWithFiles(env, document, {
            variables: { input: { token, content, file: null } },
            files: { 'variables.input.file': file },
          });
    },
    async answer(subject, content, file) {
      const { id } = await env.db
        .selectFrom('conversation')
        .select('id')
        .where('subject', '=', subject)
        .executeTakeFirstOrThrow();
      const document = 'mutation ($input: SendMessageInput!) { sendMessage(input: $input) { id } }';
      const sent =
        file === undefined
          ? await asAdmin(document, { input: { conversationId: id, content } })
          : await askWithFiles(env, document, {
              variables: { input: { conversationId: id, content, attachments: [null] } },
              files: { 'variables.input.attachments.0': file },
              token: await adminToken(),
            });
      if (sent.data === null) throw new Error(sent.text);
      await work();
      clock.advance(2 * MINUTE + SECOND);
      await work();
      return id;
    },
    mailsTo: async (email) =>
      (
        await env.db
          .selectFrom('email_delivery')
          .select('template')
          .where('to_email', '=', email)
          .orderBy('id')
          .execute()
      ).map(({ template }) => template),
    async mailedToken(email) {
      const links = await linksTo(email);
      const link = links.findLast(({ hash }) => hash.startsWith('#token='));
      if (link === undefined) throw new Error(`no link for ${email}`);
      // Behind the `#`: no server, and no page that is followed from there, gets it.
      if (link.search !== '') throw new Error(`a token in the address: ${link.href}`);
      return link.hash.slice('#token='.length);
    },
    activationToken: (email) => tokenAt(email, '/activate'),
    changeToken: (email) => tokenAt(email, '/confirm-email'),
    proofToken: (email) => tokenAt(email, '/mes-donnees'),
    async logIn(email, password) {
      const { data } = await ask(
        env,
        'mutation ($input: LoginInput!) { login(input: $input) { ... on Session { accessToken } } }',
        { variables: { input: { email, password } } },
      );
      return (data as { login: { accessToken: string } }).login.accessToken;
    },
    close: () => env.close(),
  };
}
