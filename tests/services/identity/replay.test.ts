import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { User } from '../../../src/entities/identity/user.entity.ts';
import { createSessionChecker } from '../../../src/services/identity/sessions/session-checker.ts';
import { login, refreshSession, type SessionAnswer } from '../../../src/services/identity/index.ts';
import { anonymous } from '../../../src/services/access/actor.ts';
import { newId } from '../../../src/services/kernel/ids.ts';
import { SECOND } from '../../support/clock.ts';
import { engine } from '../../support/database.ts';
import { goodPassword, openPeopleEnvironment, stranger, type PeopleEnvironment } from './people-environment.ts';
import { actorOf, refusal, makeAccount, signIn } from './people.ts';

let env: PeopleEnvironment;
beforeAll(async () => {
  env = await openPeopleEnvironment();
});
afterAll(() => env.close());

let email: string;
let userId: string;
beforeEach(async () => {
  email = `${newId()}@example.org`;
  userId = await makeAccount(env, email);
});

const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0';
const enterBy = async (agent: string): Promise<SessionAnswer> =>
  (await env.perform(login, { email, password: goodPassword }, { ...stranger('192.0.2.77'), agent })) as SessionAnswer;
const refresh = (refreshToken: string, address = '192.0.2.77'): Promise<SessionAnswer> =>
  env.perform(refreshSession, { refreshToken }, stranger(address));
const unauthenticated = { code: 'UNAUTHENTICATED' };

/** A session whose first token is a grandparent by now. */
async function grandparent(agent = firefox): Promise<{ stolen: string; head: SessionAnswer }> {
  const session = await enterBy(agent);
  const head = await refresh((await refresh(session.refreshToken)).refreshToken);
  return { stolen: session.refreshToken, head };
}
const alarms = async (): Promise<{ subject: string; text: string }[]> => {
  await env.app.worker.runDue();
  return ((await env.app.services.mailbox?.list(500)) ?? []).filter(
    ({ to, subject }) => to.email === email && /session/i.test(subject),
  );
};

describe(`an old token shown again (${engine})`, () => {
  test('is reported to the owner once: when, on which device, from where, and what to do', async () => {
    env.clock.set(new Date('2026-12-01T13:05:00.000Z'));
    const { stolen, head } = await grandparent();
    for (const address of ['203.0.113.9', '198.51.100.4', '203.0.113.9'])
      expect(await refusal(refresh(stolen, address))).toEqual(unauthenticated);
    expect(await refusal(refresh(head.refreshToken))).toEqual(unauthenticated);
    const [mail, ...more] = await alarms();
    expect([mail?.subject, more]).toEqual(['Une de vos sessions a été fermée par sécurité', []]);
    for (const said of [
      'Quand : 1er décembre 2026 à 14 h 05',
      'Appareil de la session : Firefox · Windows',
      'Réseau de la session : 192.0.2.0/24',
      'Réseau d’où venait le jeton : 203.0.113.0/24',
      '/forgotten-password',
      '/compte/securite',
    ]) {
      expect(mail?.text.replace(/[\u00a0\u202f]/g, ' ')).toContain(said);
    }
    // Whole addresses and tokens are nowhere in it.
    for (const secret of ['192.0.2.77', '203.0.113.9', ...stolen.split('.').slice(1)])
      expect(mail?.text).not.toContain(secret);
    const entries = (await env.auditLog()).filter(
      ({ target_id: whose, payload }) =>
        whose === userId && (payload as { reason?: string } | null)?.reason === 'REPLAY',
    );
    expect(entries).toMatchObject([
      { action: 'SUSPICIOUS_ACTIVITY', severity: 'HIGH', outcome: 'FAILURE' },
      { action: 'SESSION_REVOKED', severity: 'MEDIUM', outcome: 'FAILURE' },
    ]);
  });

  test('is reported in English to who reads English, and says so when the device is not known', async () => {
    await env.app.orm.em.fork().nativeUpdate(User, { id: userId }, { locale: 'en' });
    const { stolen } = await grandparent('something else');
    await refusal(refresh(stolen));
    const [mail] = await alarms();
    expect(mail?.subject).toBe('One of your sessions was closed for safety');
    expect(mail?.text).toContain('Device of the session: unknown');
  });

  test('of two sessions is reported for each', async () => {
    for (const { stolen } of [await grandparent(), await grandparent()]) await refusal(refresh(stolen));
    expect(await alarms()).toHaveLength(2);
  });

  test('says nothing of a session that is over, and nothing to somebody who invents a token', async () => {
    const { stolen } = await grandparent();
    const [sessionId, secret] = stolen.split('.') as [string, string];
    await refusal(refresh(`${sessionId}.${secret}.${'A'.repeat(22)}`));
    expect(await alarms()).toEqual([]);
    env.clock.advance(40 * 86_400 * SECOND);
    await refusal(refresh(stolen));
    expect(await alarms()).toEqual([]);
  });

  test('ends the access tokens of its family at once here, and within five seconds in every other process', async () => {
    const { stolen, head } = await grandparent();
    const { accessTokens } = env.contextFor(stranger());
    const elsewhere = createSessionChecker({ db: () => env.db, clock: env.clock, accessTokens });
    const there = () =>
      elsewhere.authenticate(head.accessToken, anonymous({ locale: 'fr', address: null, agent: null }));
    expect([(await actorOf(env, head)).userId, (await there()).userId]).toEqual([userId, userId]);
    await refusal(refresh(stolen));
    expect(await refusal(actorOf(env, head))).toEqual(unauthenticated);
    env.clock.advance(5 * SECOND);
    expect(await refusal(there())).toEqual(unauthenticated);
  });
});

test(`fifty uses of one token at one instant: one head, the same child for all, and nobody is alarmed (${engine})`, async () => {
  const session = await signIn(env, email);
  const answers = await Promise.all(Array.from({ length: 50 }, () => refresh(session.refreshToken)));
  expect(new Set(answers.map(({ refreshToken }) => refreshToken)).size).toBe(1);
  const rows = await env.db
    .selectFrom('session')
    .select(['refresh_hash', 'parent_hash', 'revoked_at'])
    .where('user_id', '=', userId)
    .execute();
  expect(rows).toMatchObject([{ revoked_at: null }]);
  for (const { accessToken } of answers) expect((await actorOf(env, { accessToken })).userId).toBe(userId);
  // The head goes on; the parent, shown by a straggler after that, is a replay.
  const [first] = answers as [SessionAnswer];
  expect((await refresh(first.refreshToken)).refreshToken).not.toBe(first.refreshToken);
  expect(await alarms()).toEqual([]);
});
