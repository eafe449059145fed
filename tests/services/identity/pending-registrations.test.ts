import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { OneTimeToken } from '../../../src/entities/identity/one-time-token.entity.ts';
import {
  acceptInvitation,
  activateAccount,
  createUser,
  register,
  resendActivation,
} from '../../../src/services/identity/index.ts';
import { mailedSecret } from '../../../src/services/identity/one-time-tokens.ts';
import { fingerprint, newId } from '../../../src/services/kernel/ids.ts';
import { person } from '../../support/make/actor.ts';
import { DAY, MINUTE } from '../../support/clock.ts';
import { retain } from '../../support/retention.ts';
import {
  goodPassword,
  openPeopleEnvironment,
  registration,
  stranger,
  type PeopleEnvironment,
} from './people-environment.ts';
import { refusal, makeAccount, signIn } from './people.ts';
import { makePerson } from '../../support/make/person.ts';

let env: PeopleEnvironment;
beforeEach(async () => {
  env = await openPeopleEnvironment();
});
afterEach(() => env.close());

const email = 'camille@example.org';
const thiefs = 'Le-Mot-Du-Voleur-42';
const activate = (token: string | undefined) => env.run(activateAccount, { token: token ?? '' });
const waiting = async (): Promise<number> =>
  (await env.db.selectFrom('pending_registration').select('id').where('email', '=', email).execute()).length;

/** Registers, a minute after whatever was before; answers the secret of the link. */
async function registered(more: object = {}): Promise<string> {
  env.clock.advance(MINUTE);
  await env.perform(register, { ...registration(email), ...more });
  return (await env.activationToken(email)) ?? '';
}

/** The mails to the address as they left, the oldest first. */
async function mails(): Promise<{ subject: string; text: string; tokens: string[] }[]> {
  await env.app.worker.runDue();
  const all = (await env.app.services.mailbox?.list()) ?? [];
  const rows = await env.db
    .selectFrom('email_delivery')
    .select('id')
    .where('to_email', '=', email)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows
    .flatMap(({ id }) => all.filter((mail) => mail.id === id))
    .map(({ subject, text, links }) => ({
      subject,
      text,
      tokens: links.flatMap((link) => new URL(link).searchParams.get('token') ?? []),
    }));
}

test('a stranger who registers the same address killed the owner’s link, and the newest one set the stranger’s password', async () => {
  const own = await registered({ address: '3 rue des Lilas', firstName: 'Camille' });
  const theirs = await registered({ password: thiefs, firstName: 'Dominique', locale: 'en' });
  expect(await activate(own)).toMatchObject({
    firstName: 'Camille',
    locale: 'fr',
    address: '3 rue des Lilas',
    status: 'ACTIVE',
  });
  expect(await refusal(signIn(env, email, { password: goodPassword }))).toBe('done');
  expect(await refusal(signIn(env, email, { password: thiefs }))).toEqual({ code: 'CREDENTIALS_INVALID' });
  expect(await refusal(activate(theirs))).toEqual({ code: 'TOKEN_INVALID' });
  expect(await waiting()).toBe(0);
  expect(await env.db.selectFrom('consent_record').select('purpose').execute()).toHaveLength(2);
});

test('the other way round too: whichever link is followed opens what was asked for with it, and drops the others', async () => {
  const theirs = await registered({ password: thiefs });
  const own = await registered();
  await activate(own);
  expect(await refusal(activate(theirs))).toEqual({ code: 'TOKEN_INVALID' });
  expect(await refusal(signIn(env, email, { password: goodPassword }))).toBe('done');
});

test('the mail says that several were asked for, when, and which link is whose', async () => {
  const first = await registered({ password: thiefs });
  const second = await registered();
  const [plain, choice, ...others] = await mails();
  expect(others).toEqual([]);
  // Both were registered before any mail left: each says so.
  expect([plain, choice].map((mail) => mail?.subject)).toEqual(
    Array(2).fill('Activez votre compte Staka Livres\u00a0: plusieurs demandes'),
  );
  expect(choice?.tokens).toEqual([second, first]);
  expect(choice?.text).toContain('Plusieurs comptes Staka Livres (2) ont été demandés');
  expect(choice?.text.match(/Demande du /g)).toHaveLength(2);
});

test('one registration alone is mailed one link, as ever', async () => {
  const own = await registered();
  const [mail] = await mails();
  expect([mail?.subject, mail?.tokens]).toEqual(['Activez votre compte Staka Livres', [own]]);
});

test('asking for the mail again sends every link that waits, and none dies', async () => {
  const first = await registered();
  await mails();
  env.clock.advance(40 * MINUTE);
  const second = await registered({ password: thiefs });
  env.clock.advance(40 * MINUTE);
  expect(await refusal(activate(first))).toEqual({ code: 'TOKEN_INVALID' });
  await env.perform(resendActivation, { email });
  expect((await mails()).at(-1)?.tokens).toEqual([second, first]);
  expect(await activate(first)).toMatchObject({ status: 'ACTIVE' });
});

test('of two links that are followed at one instant, one opens the account', async () => {
  const links = [await registered(), await registered({ password: thiefs })];
  const outcomes = await Promise.all([...links, ...links].map((token) => refusal(activate(token))));
  expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1);
  expect(await env.db.selectFrom('user').select('id').where('email', '=', email).execute()).toHaveLength(1);
});

test('a registration that nobody confirms goes after a week, and not before', async () => {
  await registered();
  env.clock.advance(6 * DAY);
  await retain(env.contextFor());
  expect(await waiting()).toBe(1);
  env.clock.advance(DAY + 1);
  await retain(env.contextFor());
  expect(await waiting()).toBe(0);
});

test('nobody fills the database with registrations of one address, and no link that is good goes for it', async () => {
  const own = await registered();
  for (let i = 0; i < 14; i += 1) await registered({ password: thiefs });
  expect(await activate(own)).toMatchObject({ status: 'ACTIVE' });
  const others = 'autre@example.org';
  for (let i = 0; i < 25; i += 1) {
    env.clock.advance(31 * MINUTE);
    await env.perform(register, registration(others));
  }
  expect(
    (await env.db.selectFrom('pending_registration').select('id').where('email', '=', others).execute()).length,
  ).toBeLessThanOrEqual(11);
});

test('an address that was asked for opens nothing once an admin has invited it, or its account exists', async () => {
  const early = await registered({ password: thiefs });
  await env.perform(
    createUser,
    { email, firstName: 'Louise', lastName: 'Bernard', role: 'ADMIN', locale: 'fr' },
    person('ADMIN'),
  );
  expect(await refusal(activate(early))).toEqual({ code: 'TOKEN_INVALID' });
  const { id } = await env.db
    .selectFrom('one_time_token')
    .select('id')
    .where('purpose', '=', 'INVITATION')
    .executeTakeFirstOrThrow();
  const token = mailedSecret(env.contextFor(stranger()).derived, id);
  await env.perform(acceptInvitation, { token, password: goodPassword, consents: registration(email).consents });
  expect(await waiting()).toBe(0);
  expect(await refusal(signIn(env, email, { password: thiefs }))).toEqual({ code: 'CREDENTIALS_INVALID' });
});

test('whoever has an account keeps it as it is, is notified, and nothing waits', async () => {
  await makeAccount(env, email);
  const link = await registered({ password: thiefs });
  await env.app.worker.runDue();
  expect(await waiting()).toBe(0);
  expect(await env.mailsTo(email)).toEqual(['welcome', 'address-known']);
  expect(await refusal(activate(link))).toEqual({ code: 'TOKEN_INVALID' });
});

/** An account that waits as it was written before each registration was one of its own. */
async function waitsSinceBefore(): Promise<{ id: string; link: string }> {
  const em = env.app.orm.em.fork();
  const { derived } = env.contextFor(stranger());
  const now = env.clock.now();
  const user = makePerson(em, {
    email,
    passwordHash: await env.app.services.passwords.hash(goodPassword),
    firstName: 'Ancienne',
    status: 'PENDING',
    createdAt: now,
  });
  const id = newId();
  em.create(OneTimeToken, {
    id,
    user,
    purpose: 'ACTIVATION',
    tokenHash: fingerprint(mailedSecret(derived, id)),
    email,
    passwordVersion: 1,
    expiresAt: new Date(now.getTime() + 30 * MINUTE),
    createdAt: now,
  });
  await em.flush();
  return { id: user.id, link: mailedSecret(derived, id) };
}

test('an account that waits since before: its link still opens it, whoever registers meanwhile', async () => {
  const { id, link } = await waitsSinceBefore();
  const theirs = await registered({ password: thiefs });
  expect(new Set((await mails()).at(-1)?.tokens)).toEqual(new Set([theirs, link]));
  expect(await activate(link)).toMatchObject({ id, firstName: 'Ancienne', status: 'ACTIVE' });
  expect(await refusal(activate(theirs))).toEqual({ code: 'TOKEN_INVALID' });
  expect(await refusal(signIn(env, email, { password: goodPassword }))).toBe('done');
});

test('an account that waits since before is mailed its link again, and is taken over by a later registration that is confirmed', async () => {
  const { id, link } = await waitsSinceBefore();
  env.clock.advance(DAY);
  await env.perform(resendActivation, { email });
  expect((await mails()).at(-1)?.tokens).toEqual([link]);
  const later = await registered({ firstName: 'Nouvelle', password: 'Autre-Cheval-Vert-9' });
  expect(await activate(later)).toMatchObject({ id, firstName: 'Nouvelle' });
  expect(await refusal(activate(link))).toEqual({ code: 'TOKEN_INVALID' });
  expect(await refusal(signIn(env, email, { password: 'Autre-Cheval-Vert-9' }))).toBe('done');
});
