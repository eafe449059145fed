import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Session } from '../../../src/entities/identity/session.entity.ts';
import { newId } from '../../../src/services/kernel/ids.ts';
import {
  listMySessions,
  logout,
  logoutEverywhere,
  refreshSession,
  requestPasswordReset,
  revokeSession,
  type SessionAnswer,
} from '../../../src/services/identity/index.ts';
import { identityRetention } from '../../../src/services/identity/index.ts';
import { retain } from '../../support/retention.ts';
import { DAY, HOUR, MINUTE, SECOND } from '../../support/clock.ts';
import { engine } from '../../support/database.ts';
import { openPeopleEnvironment, stranger, type PeopleEnvironment } from './people-environment.ts';
import { change, refusal, makeAccount, signIn } from './people.ts';

let env: PeopleEnvironment;
beforeAll(async () => {
  env = await openPeopleEnvironment();
});
afterAll(() => env.close());

let email: string;
let userId: string;
let session: SessionAnswer;
beforeEach(async () => {
  email = `${newId()}@example.org`;
  userId = await makeAccount(env, email);
  session = await signIn(env, email);
});

const refresh = (refreshToken: string): Promise<SessionAnswer> => env.perform(refreshSession, { refreshToken });
const who = (token: string | undefined) => env.app.sessions.authenticate(token, stranger());
const unauthenticated = { code: 'UNAUTHENTICATED' };
const lastEntry = async () => (await env.auditLog()).at(-1);

describe('a refresh token', () => {
  test('is kept as a fingerprint only', async () => {
    const rows = JSON.stringify(await env.db.selectFrom('session').selectAll().where('user_id', '=', userId).execute());
    const secret = session.refreshToken.split('.')[1] as string;
    expect(secret).toMatch(/^[\w-]{43}$/);
    expect(rows).not.toContain(secret);
    const child = (await refresh(session.refreshToken)).refreshToken;
    expect(
      JSON.stringify(await env.db.selectFrom('session').selectAll().where('user_id', '=', userId).execute()),
    ).not.toContain(child.split('.')[1]);
  });

  test('is good once; each gives the next', async () => {
    let token = session.refreshToken;
    const seen = new Set([token]);
    for (let i = 0; i < 5; i += 1) {
      env.clock.advance(HOUR);
      token = (await refresh(token)).refreshToken;
      seen.add(token);
    }
    expect(seen.size).toBe(6);
    expect(await env.db.selectFrom('session').select('id').where('user_id', '=', userId).execute()).toHaveLength(1);
  });

  test(`fifty at one instant make one child, the same for all (${engine})`, async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => refresh(session.refreshToken)));
    const children = new Set(answers.map(({ refreshToken }) => refreshToken));
    expect(children.size).toBe(1);
    const [child] = children as Set<string>;
    expect(child).not.toBe(session.refreshToken);
    expect((await refresh(child as string)).refreshToken).not.toBe(child);
  });

  test('whose answer was lost gives the same child again for ten seconds', async () => {
    const child = (await refresh(session.refreshToken)).refreshToken;
    env.clock.advance(10 * SECOND);
    expect((await refresh(session.refreshToken)).refreshToken).toBe(child);
    env.clock.advance(1);
    expect(await refusal(refresh(session.refreshToken))).toEqual(unauthenticated);
    expect(await refusal(refresh(child))).toEqual(unauthenticated);
  });

  test('replayed after two exchanges ends the whole family at once, and the audit log says so', async () => {
    const child = await refresh(session.refreshToken);
    const grandchild = await refresh(child.refreshToken);
    expect(await who(grandchild.accessToken)).toMatchObject({ userId });
    expect(await refusal(refresh(session.refreshToken))).toEqual(unauthenticated);
    expect(await lastEntry()).toMatchObject({
      action: 'SESSION_REVOKED',
      severity: 'MEDIUM',
      target_id: userId,
      payload: { reason: 'REPLAY' },
    });
    expect(await refusal(refresh(grandchild.refreshToken))).toEqual(unauthenticated);
    expect(await refusal(who(grandchild.accessToken))).toEqual(unauthenticated);
  });

  test('of another session of the same person goes on when one is replayed', async () => {
    const other = await signIn(env, email);
    await refresh((await refresh(session.refreshToken)).refreshToken);
    await refusal(refresh(session.refreshToken));
    expect(await refusal(refresh(other.refreshToken))).toBe('done');
  });

  test('that we did not make is refused, and ends nothing', async () => {
    const [id, secret, seal] = session.refreshToken.split('.') as [string, string, string];
    const other = (text: string): string => text.replace(/./, (first) => (first === 'A' ? 'B' : 'A'));
    for (const forged of [
      `${id}.${other(secret)}.${seal}`,
      `${id}.${secret}.${other(seal)}`,
      `${newId()}.${secret}.${seal}`,
      `${id}.${secret}`,
      secret,
      '',
      'a.b.c',
      session.accessToken,
      `${session.refreshToken}x`,
    ]) {
      expect(await refusal(refresh(forged))).toEqual(unauthenticated);
    }
    expect(await refusal(refresh(session.refreshToken))).toBe('done');
  });

  test.each([
    ['CUSTOMER', 7 * DAY],
    ['PROOFREADER', 7 * DAY],
    ['ARTISAN', DAY],
    ['ADMIN', 12 * HOUR],
  ] as const)('of a %s lasts %d ms from its last exchange', async (role, life) => {
    await change(env, userId, { role });
    const { refreshToken } = await signIn(env, email);
    env.clock.advance(life - 1);
    const next = await refresh(refreshToken);
    env.clock.advance(life - 1);
    const last = await refresh(next.refreshToken);
    env.clock.advance(life);
    expect(await refusal(refresh(last.refreshToken))).toEqual(unauthenticated);
    expect((await lastEntry())?.action).not.toBe('SESSION_REVOKED');
  });

  test.each([['SUSPENDED'], ['ERASED']] as const)('of a person who is %s is refused', async (status) => {
    await change(env, userId, { status });
    expect(await refusal(refresh(session.refreshToken))).toEqual(unauthenticated);
  });

  test('made before all sessions were ended is refused', async () => {
    await change(env, userId, { sessionVersion: 2 });
    expect(await refusal(refresh(session.refreshToken))).toEqual(unauthenticated);
  });
});

describe('who holds a token', () => {
  test('nobody, when there is none', async () => {
    expect(await who(undefined)).toEqual({
      kind: 'ANONYMOUS',
      userId: null,
      role: null,
      sessionId: null,
      locale: 'en',
      address: '192.0.2.1',
      agent: 'test',
    });
  });

  test('a person, with the end of the token', async () => {
    const { actor, expiresAt } = await env.app.sessions.holderOf(session.accessToken, stranger('2001:db8::1'));
    expect(actor).toMatchObject({ kind: 'PERSON', userId, role: 'CUSTOMER', locale: 'fr', address: '2001:db8::1' });
    expect(expiresAt).toEqual(session.accessTokenExpiresAt);
    env.clock.advance(30 * MINUTE);
    expect(await refusal(who(session.accessToken))).toEqual(unauthenticated);
  });

  test.each([
    ['is suspended', { status: 'SUSPENDED' }],
    ['has all sessions ended', { sessionVersion: 2 }],
  ] as const)('in another process %s: refused within five seconds', async (_what, values) => {
    expect(await who(session.accessToken)).toMatchObject({ userId });
    await change(env, userId, values);
    expect(await who(session.accessToken)).toMatchObject({ userId });
    env.clock.advance(5 * SECOND);
    expect(await refusal(who(session.accessToken))).toEqual(unauthenticated);
  });

  test('whose role changed has the new one within five seconds, whatever the token says', async () => {
    await who(session.accessToken);
    await change(env, userId, { role: 'PROOFREADER' });
    env.clock.advance(5 * SECOND);
    expect(await who(session.accessToken)).toMatchObject({ role: 'PROOFREADER' });
  });

  test('who signs out is refused at once, on this device only', async () => {
    const other = await signIn(env, email);
    const actor = await who(session.accessToken);
    await who(other.accessToken);
    expect(await env.run(logout, undefined, actor)).toEqual({ endedSessions: 1 });
    expect(await refusal(who(session.accessToken))).toEqual(unauthenticated);
    expect(await refusal(refresh(session.refreshToken))).toEqual(unauthenticated);
    expect(await who(other.accessToken)).toMatchObject({ userId });
    expect(await lastEntry()).toMatchObject({ action: 'LOGOUT', target_id: userId });
  });

  test('who signs out everywhere is refused at once on every device, and may sign in again', async () => {
    const other = await signIn(env, email);
    const actor = await who(session.accessToken);
    await who(other.accessToken);
    expect(await env.run(logoutEverywhere, undefined, actor)).toEqual({ endedSessions: 2 });
    for (const { accessToken, refreshToken } of [session, other]) {
      expect(await refusal(who(accessToken))).toEqual(unauthenticated);
      expect(await refusal(refresh(refreshToken))).toEqual(unauthenticated);
    }
    expect(await who((await signIn(env, email)).accessToken)).toMatchObject({ userId });
  });

  test('a token of one person with the session of another is refused', async () => {
    const { accessTokens } = env.contextFor(stranger());
    const { sessionId } = await who(session.accessToken);
    const { token } = accessTokens.sign(
      { userId: newId(), sessionId: sessionId ?? '', sessionVersion: 1 },
      env.clock.now(),
    );
    expect(await refusal(who(token))).toEqual(unauthenticated);
    const unknown = accessTokens.sign({ userId, sessionId: newId(), sessionVersion: 1 }, env.clock.now());
    expect(await refusal(who(unknown.token))).toEqual(unauthenticated);
  });
});

test('of two thousand open sockets, those whose session is over are found in one look', async () => {
  const started = (await who(session.accessToken)).sessionId as string;
  const ended = (await who((await signIn(env, email)).accessToken)).sessionId as string;
  await env.app.orm.em.fork().nativeUpdate(Session, { id: ended }, { revokedAt: env.clock.now() });
  const ids = [started, ended, ...Array.from({ length: 2_000 }, () => newId())];
  expect(await env.app.sessions.activeAmong(ids)).toEqual(new Map([[started, 'CUSTOMER']]));
  await change(env, userId, { status: 'SUSPENDED' });
  expect(await env.app.sessions.activeAmong(ids)).toEqual(new Map());
  expect(await env.app.sessions.activeAmong([])).toEqual(new Map());
});

describe('the devices of a person', () => {
  test('are listed for them alone, and ended one by one', async () => {
    env.clock.advance(MINUTE);
    const phone = await signIn(env, email, { address: '203.0.113.9' });
    const mine = await who(session.accessToken);
    const other = await who((await signIn(env, `${email}`)).accessToken);
    const theirId = await makeAccount(env, `other-${email}`);
    const theirs = await who((await signIn(env, `other-${email}`)).accessToken);
    const list = await listMySessions({ db: env.db, actor: mine, now: env.clock.now() });
    expect(list.map(({ id, isCurrent }) => [id, isCurrent])).toEqual(
      expect.arrayContaining([
        [mine.sessionId, true],
        [other.sessionId, false],
      ]),
    );
    expect(list).toHaveLength(3);
    expect(list.at(-1)).toMatchObject({ id: mine.sessionId, network: '192.0.2.0/24', agent: 'test' });
    expect(list.find(({ network }) => network === '203.0.113.0/24')).toMatchObject({
      signedInAt: env.clock.now(),
      lastUsedAt: env.clock.now(),
    });

    const phoneId = (await who(phone.accessToken)).sessionId as string;
    expect(await refusal(env.run(revokeSession, { id: phoneId }, theirs))).toEqual({ code: 'NOT_FOUND' });
    expect(await refusal(env.run(revokeSession, { id: newId() }, mine))).toEqual({ code: 'NOT_FOUND' });
    expect(await who(phone.accessToken)).toMatchObject({ userId });
    expect(await env.run(revokeSession, { id: phoneId }, mine)).toEqual({ endedSessions: 1 });
    expect(await refusal(who(phone.accessToken))).toEqual(unauthenticated);
    expect(await refusal(env.run(revokeSession, { id: phoneId }, mine))).toEqual({ code: 'NOT_FOUND' });
    expect(await listMySessions({ db: env.db, actor: mine, now: env.clock.now() })).toHaveLength(2);
    expect(theirs.userId).toBe(theirId);
  });

  test('and mailed links are forgotten a month after they ended, wrong passwords after two days', async () => {
    await refusal(signIn(env, email, { password: 'Un-Cheval-Rouge-43' }));
    await env.perform(requestPasswordReset, { email });
    await env.app.worker.runDue();
    const count = async () => ({
      sessions: (await env.db.selectFrom('session').select('id').where('user_id', '=', userId).execute()).length,
      tokens: (await env.db.selectFrom('one_time_token').select('id').where('user_id', '=', userId).execute()).length,
      throttled: (await env.db.selectFrom('login_throttle').select('key').execute()).length > 0,
    });
    await retain(env.contextFor(stranger()), identityRetention);
    expect(await count()).toEqual({ sessions: 1, tokens: 1, throttled: true });
    env.clock.advance(2 * DAY + 1);
    await retain(env.contextFor(stranger()), identityRetention);
    expect(await count()).toEqual({ sessions: 1, tokens: 1, throttled: false });
    env.clock.advance(28 * DAY + HOUR);
    await retain(env.contextFor(stranger()), identityRetention);
    expect(await count()).toEqual({ sessions: 1, tokens: 0, throttled: false });
    env.clock.advance(7 * DAY);
    await retain(env.contextFor(stranger()), identityRetention);
    expect(await count()).toEqual({ sessions: 0, tokens: 0, throttled: false });
  });
});
