import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { bcryptPasswords } from '../../../src/services/adapters/passwords/bcrypt.ts';
import { register } from '../../../src/services/identity/index.ts';
import { createRateLimits } from '../../../src/services/platform/rate-limits.ts';
import { DAY, HOUR, MINUTE } from '../../support/clock.ts';
import {
  goodPassword,
  openPeopleEnvironment,
  registration,
  stranger,
  type PeopleEnvironment,
} from './people-environment.ts';
import { change, refusal, makeAccount, signIn } from './people.ts';

let env: PeopleEnvironment;
beforeAll(async () => {
  env = await openPeopleEnvironment();
});
afterAll(() => env.close());
beforeEach(() => {
  env.clock.advance(DAY);
  env.hashes.length = 0;
});

const wrong = 'Un-Cheval-Rouge-43';
const home = '192.0.2.1';
const away = '198.51.100.9';

describe('a refusal', () => {
  test('is the same, and costs the same, for an unknown address, a wrong password and an account that is not active', async () => {
    await makeAccount(env, 'known@example.org');
    await change(env, await makeAccount(env, 'suspended@example.org'), { status: 'SUSPENDED' });
    await change(env, await makeAccount(env, 'erased@example.org'), { status: 'ERASED' });
    await env.perform(register, registration('pending@example.org'));
    const tries: [string, string][] = [
      ['nobody@example.org', goodPassword],
      ['known@example.org', wrong],
      ['suspended@example.org', goodPassword],
      ['erased@example.org', goodPassword],
      ['pending@example.org', goodPassword],
      ['pending@example.org', wrong],
      ['known@example.org', `${goodPassword}${'x'.repeat(80)}`],
    ];
    const bodies = [];
    for (const [email, password] of tries) {
      env.hashes.length = 0;
      bodies.push(
        await env.ask(
          stranger(),
          'mutation ($input: LoginInput!) { login(input: $input) { ... on Session { accessToken } } }',
          { input: { email, password } },
        ),
      );
      expect(env.hashes).toEqual(['matches']);
    }
    const texts = bodies.map(({ data, errors }) =>
      JSON.stringify({ data, messages: errors.map(({ message, path }) => ({ message, path })) }),
    );
    expect(new Set(texts).size).toBe(1);
    expect(texts[0]).toContain('Wrong e-mail address or password');
  });

  test('is in the audit log, without the address that was tried', async () => {
    await refusal(signIn(env, 'very-private@example.org', { password: wrong }));
    const last = (await env.auditLog()).at(-1);
    expect(last).toEqual({
      action: 'LOGIN_FAILED',
      severity: 'MEDIUM',
      outcome: 'FAILURE',
      target_id: null,
      payload: { failures: 1 },
    });
    const rows = await env.db.selectFrom('login_throttle').selectAll().execute();
    expect(JSON.stringify([rows, await env.auditLog()])).not.toContain('very-private');
  });
});

describe('too many wrong passwords', () => {
  test.each(['locked@example.org', 'locked-nobody@example.org'])(
    'lock %s, for one minute, then two, then four',
    async (email) => {
      if (email === 'locked@example.org') await makeAccount(env, email);
      const outcomes = [];
      for (let i = 0; i < 6; i += 1)
        outcomes.push(await refusal(signIn(env, email, { password: wrong, address: away })));
      expect(outcomes).toEqual([
        ...Array.from({ length: 5 }, () => ({ code: 'CREDENTIALS_INVALID' })),
        { code: 'RATE_LIMITED', retryAfter: 60 },
      ]);
      expect(env.hashes.filter((kind) => kind === 'matches')).toHaveLength(5);
      expect((await env.auditLog()).at(-1)).toMatchObject({
        action: 'ACCOUNT_LOCKED',
        severity: 'HIGH',
        payload: { failures: 5 },
      });
      env.clock.advance(MINUTE);
      expect(await refusal(signIn(env, email, { password: wrong, address: away }))).toEqual({
        code: 'CREDENTIALS_INVALID',
      });
      expect(await refusal(signIn(env, email, { password: wrong, address: away }))).toEqual({
        code: 'RATE_LIMITED',
        retryAfter: 120,
      });
      env.clock.advance(2 * MINUTE);
      expect(await refusal(signIn(env, email, { password: wrong, address: away }))).toEqual({
        code: 'CREDENTIALS_INVALID',
      });
      expect(await refusal(signIn(env, email, { password: wrong, address: away }))).toEqual({
        code: 'RATE_LIMITED',
        retryAfter: 240,
      });
    },
  );

  test('do not keep out who signs in from a network they know; their right password gives them all their tries back', async () => {
    await makeAccount(env, 'dos@example.org');
    await signIn(env, 'dos@example.org', { address: home });
    for (let i = 0; i < 6; i += 1) await refusal(signIn(env, 'dos@example.org', { password: wrong, address: away }));
    expect(await refusal(signIn(env, 'dos@example.org', { address: away }))).toEqual({
      code: 'RATE_LIMITED',
      retryAfter: 60,
    });
    expect(await refusal(signIn(env, 'dos@example.org', { address: '192.0.2.200' }))).toBe('done');
    for (let i = 0; i < 4; i += 1) await refusal(signIn(env, 'dos@example.org', { password: wrong, address: home }));
    expect(await refusal(signIn(env, 'dos@example.org', { address: home }))).toBe('done');
    for (let i = 0; i < 4; i += 1)
      expect(await refusal(signIn(env, 'dos@example.org', { password: wrong, address: home }))).toEqual({
        code: 'CREDENTIALS_INVALID',
      });
    expect(await refusal(signIn(env, 'dos@example.org', { address: home }))).toBe('done');
  });

  test('at one instant are counted one by one: of fifty, five are tried', async () => {
    await makeAccount(env, 'burst@example.org');
    env.hashes.length = 0;
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, () => refusal(signIn(env, 'burst@example.org', { password: wrong, address: away }))),
    );
    expect(outcomes.filter((outcome) => outcome !== 'done' && outcome.code === 'CREDENTIALS_INVALID')).toHaveLength(5);
    expect(env.hashes).toHaveLength(5);
  });

  test('over a day, every quarter of an hour from elsewhere: seventy are tried, and no more', async () => {
    await makeAccount(env, 'day@example.org');
    env.clock.set(new Date(env.clock.now().toISOString().slice(0, 10)));
    env.hashes.length = 0;
    for (let at = 0; at < DAY; at += 15 * MINUTE) {
      await refusal(signIn(env, 'day@example.org', { password: wrong, address: away }));
      env.clock.advance(15 * MINUTE);
    }
    expect(env.hashes).toHaveLength(70);
  });

  test('are forgotten after an hour of quiet', async () => {
    await makeAccount(env, 'quiet@example.org');
    for (let i = 0; i < 5; i += 1) await refusal(signIn(env, 'quiet@example.org', { password: wrong, address: away }));
    env.clock.advance(HOUR);
    for (let i = 0; i < 4; i += 1)
      expect(await refusal(signIn(env, 'quiet@example.org', { password: wrong, address: away }))).toEqual({
        code: 'CREDENTIALS_INVALID',
      });
    expect(await refusal(signIn(env, 'quiet@example.org', { address: away }))).toBe('done');
  });
});

test('twenty logins in a quarter of an hour are all that one address may try, whatever the accounts', async () => {
  const limited = await openPeopleEnvironment({ services: { limits: createRateLimits() } });
  try {
    for (let i = 0; i < 20; i += 1)
      expect(await refusal(signIn(limited, `a${i}@example.org`, { password: wrong }))).toEqual({
        code: 'CREDENTIALS_INVALID',
      });
    expect(await refusal(signIn(limited, 'a20@example.org', { password: wrong }))).toMatchObject({
      code: 'RATE_LIMITED',
      retryAfter: expect.any(Number),
    });
    expect(await refusal(signIn(limited, 'a20@example.org', { password: wrong, address: away }))).toEqual({
      code: 'CREDENTIALS_INVALID',
    });
  } finally {
    await limited.close();
  }
});

test('a hash of an older cost is replaced at the next login, and the password still works', async () => {
  const id = await makeAccount(env, 'rehash@example.org');
  await change(env, id, { passwordHash: await bcryptPasswords(5).hash(goodPassword) });
  await signIn(env, 'rehash@example.org');
  const { password_hash: renewed } = await env.db
    .selectFrom('user')
    .select('password_hash')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  expect(renewed).toMatch(/^\$2b\$04\$/);
  expect(await refusal(signIn(env, 'rehash@example.org'))).toBe('done');
});

test('the address is taken as it is meant: capitals and blanks do not matter, in the password they do', async () => {
  await makeAccount(env, 'capitals@example.org');
  expect(await refusal(signIn(env, ' Capitals@EXAMPLE.org'))).toBe('done');
  expect(await refusal(signIn(env, 'capitals@example.org', { password: ` ${goodPassword}` }))).toEqual({
    code: 'CREDENTIALS_INVALID',
  });
});
