import { join } from 'node:path';
import { mailboxFolder } from '../../src/services/adapters/mail/mailbox-folder.ts';
import { bcryptPasswords } from '../../src/services/adapters/passwords/bcrypt.ts';
import { ask, askWithFiles, type Answered } from '../support/ask.ts';
import { testClock, SECOND, type TestClock } from '../support/clock.ts';
import { openTestEnvironment, type TestEnvironment } from '../support/environment.ts';
import { proofFor } from '../support/form-proof.ts';
import { makePriceItem } from '../support/make/price-item.ts';
import { doAllDue } from '../support/all-due.ts';
import { docx } from '../support/zip.ts';

/** A visitor without an account, through the running server: what they send, and what they find in their mailbox. */
export interface GuestWorld {
  readonly env: TestEnvironment;
  readonly clock: TestClock;
  readonly priceItemId: string;
  /** A ticket that is good by now. */
  ticket(): Promise<string>;
  start(input?: Readonly<Record<string, unknown>>): Promise<Answered>;
  /** Starts an order, sends its text; its id and its token. */
  prepared(email: string): Promise<Started>;
  upload(token: string, name?: string): Promise<Answered>;
  /** Sends a mutation that takes one input. */
  send(mutation: string, input: Readonly<Record<string, unknown>>, token?: string): Promise<Answered>;
  status(token: string): Promise<Answered>;
  /** Opens the payment page; its address. */
  checkout(token: string): Promise<string>;
  /** Pays on the sandbox's page, and does everything that follows. */
  pay(url: string): Promise<void>;
  /** Does all jobs that are due. */
  work(): Promise<void>;
  /** The templates of the mails to an address, in their order. */
  mailsTo(email: string): Promise<string[]>;
  /** The token in the last mail of a template to an address. */
  mailedToken(email: string, subject: RegExp): Promise<string>;
  close(): Promise<void>;
}

export interface Started {
  readonly id: string;
  readonly token: string;
}

export const password = 'Phare-73-Ouessant';
export const manuscript = docx('Le gardien du phare ne dormait jamais.');

const consents = ['TERMS', 'PRIVACY'].map((purpose) => ({ purpose, policyVersion: '2026-11-20' }));
const fields =
  'id status availableActions title email quotedTotal { amount } manuscriptName uploadsLeft reviewAnswer orderId paidAt';
const shown: Readonly<Record<string, string>> = {
  startGuestOrder: `resumeToken guestOrder { ${fields} }`,
  resumeGuestOrder: `resumeToken guestOrder { ${fields} }`,
  openGuestCheckout: 'url sessionId paymentId',
  activateAccount: 'id status email',
};
const inputs: Readonly<Record<string, string>> = {
  startGuestOrder: 'StartGuestOrderInput',
  requestGuestReview: 'RequestGuestReviewInput',
  answerGuestReview: 'AnswerGuestReviewInput',
  uploadGuestManuscript: 'UploadGuestManuscriptInput',
  activateAccount: 'ActivateAccountInput',
};
const documentOf = (mutation: string): string =>
  `mutation ($input: ${inputs[mutation] ?? 'GuestOrderTokenInput'}!) { ${mutation}(input: $input) { ${shown[mutation] ?? fields} } }`;

export async function openGuestWorld(environment: Record<string, string> = {}): Promise<GuestWorld> {
  const clock = testClock('2026-11-30T09:00:00.000Z');
  const env = await openTestEnvironment({
    clock,
    environment,
    isWorking: false,
    services: { passwords: bcryptPasswords(4) },
  });
  const em = env.app.orm.em.fork();
  const { id: priceItemId } = makePriceItem(em, {
    name: 'Correction',
    unit: 'PAGE',
    priceCents: 200,
    turnaroundWorkingDays: 8,
  });
  await em.flush();
  const mailbox = mailboxFolder({ folder: join(env.config.dataDir, 'mailbox'), clock });

  const send: GuestWorld['send'] = (mutation, input, token) =>
    ask(env, documentOf(mutation), { variables: { input }, token });
  const ticket = async (): Promise<string> => {
    const { data } = await ask(env, '{ formTicket { ticket } }');
    clock.advance(4 * SECOND);
    return (data as { formTicket: { ticket: string } }).formTicket.ticket;
  };
  const start: GuestWorld['start'] = async (input = {}) => {
    const form = (input['ticket'] as string | undefined) ?? (await ticket());
    return send('startGuestOrder', {
      ...{
        ticket: form,
        proof: await proofFor(form),
        firstName: 'Claire',
        lastName: 'Dumas',
        email: 'claire@example.org',
        password,
      },
      ...{ consents, priceItemId, title: 'Le Gardien', declaredPages: 120, locale: 'FR' },
      ...input,
    });
  };
  const upload: GuestWorld['upload'] = (token, name = 'gardien.docx') =>
    askWithFiles(env, documentOf('uploadGuestManuscript'), {
      variables: { input: { token, file: null } },
      files: { 'variables.input.file': { name, bytes: manuscript } },
    });
  const work = () => doAllDue(env, clock);
  return {
    ...{ env, clock, priceItemId, ticket, start, upload, send, work },
    async prepared(email) {
      const { data, text } = await start({ email });
      if (data === null) throw new Error(text);
      const { resumeToken, guestOrder } = (
        data as { startGuestOrder: { resumeToken: string; guestOrder: { id: string } } }
      ).startGuestOrder;
      const sent = await upload(resumeToken);
      if (sent.data === null) throw new Error(sent.text);
      return { id: guestOrder.id, token: resumeToken };
    },
    status: (token) =>
      ask(env, `query ($token: String!) { guestOrderStatus(token: $token) { ${fields} } }`, { variables: { token } }),
    async checkout(token) {
      const { data, text } = await send('openGuestCheckout', { token });
      if (data === null) throw new Error(text);
      return (data as { openGuestCheckout: { url: string } }).openGuestCheckout.url;
    },
    async pay(url) {
      const paid = await fetch(`${url}/pay`, { method: 'POST' });
      if (!(await paid.text()).includes('Paiement accepté')) throw new Error(`not paid: ${paid.status}`);
      await work();
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
    async mailedToken(email, subject) {
      const found = (await mailbox.list()).filter((mail) => mail.to.email === email && subject.test(mail.subject));
      const newest = found.toSorted((a, b) => a.date.getTime() - b.date.getTime()).at(-1);
      const token = newest?.links.flatMap((link) => tokenIn(link) ?? []).at(0);
      if (!token) throw new Error(`no link for ${email} in ${subject}`);
      return token;
    },
    close: () => env.close(),
  };
}

/** Links of orders have it behind the `#`, as browsers send that to no server; the one of an account does not. */
function tokenIn(link: string): string | null {
  const { hash, searchParams } = new URL(link);
  return new URLSearchParams(hash.slice(1)).get('token') ?? searchParams.get('token');
}
