// @lane sqlite: passwords are composed before any row is read.
import bcrypt from 'bcrypt';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { changePassword, register } from '../../../src/services/identity/index.ts';
import { openPeopleEnvironment, registration, type PeopleEnvironment } from './people-environment.ts';
import { actorOf, change, refusal, makeAccount, signIn } from './people.ts';

let env: PeopleEnvironment;
beforeAll(async () => {
  env = await openPeopleEnvironment();
});
afterAll(() => env.close());

const composed = 'Chev\u00e9lure-Orag\u00e9e-42';
const decomposed = composed.normalize('NFD');
const hashOf = async (email: string): Promise<string> =>
  (await env.db.selectFrom('user').select('password_hash').where('email', '=', email).executeTakeFirstOrThrow())
    .password_hash ?? '';

/** Somebody who registers with this password and activates. */
async function makeAccountWith(email: string, password: string): Promise<string> {
  const id = await makeAccount(env, email);
  await change(env, id, { passwordHash: await env.app.services.passwords.hash(password) });
  return id;
}

test.each([
  ['composed', composed, decomposed],
  ['decomposed', decomposed, composed],
  ['with a no-break space', 'Un\u00a0Cheval\u202fBleu 42', 'Un Cheval Bleu\u300042'],
])('a password typed %s at one keyboard is not the one of another', async (name, chosen, typed) => {
  const email = `${name.replaceAll(' ', '-')}@example.org`;
  await makeAccountWith(email, chosen);
  for (const password of [chosen, typed]) expect(await refusal(signIn(env, email, { password }))).toBe('done');
  expect(await refusal(signIn(env, email, { password: typed.replace('42', '43') }))).toEqual({
    code: 'CREDENTIALS_INVALID',
  });
});

test.each([composed, decomposed])(
  'an account made before, whose hash is of what was typed, signs in, and its hash is made anew',
  async (typed) => {
    const email = typed === composed ? 'before-composed@example.org' : 'before@example.org';
    const id = await makeAccount(env, email);
    await change(env, id, { passwordHash: await bcrypt.hash(decomposed, 4) });
    expect(await refusal(signIn(env, email, { password: typed }))).toBe('done');
    expect(await bcrypt.compare(composed, await hashOf(email))).toBe(true);
    const kept = await hashOf(email);
    for (const password of [composed, decomposed]) expect(await refusal(signIn(env, email, { password }))).toBe('done');
    expect(await hashOf(email)).toBe(kept);
  },
);

test('the rules look at the form that is hashed: 72 bytes of it, and no name in it however its accents are composed', async () => {
  const long = `Aa1${'\u00e9'.repeat(34)}`;
  expect(Buffer.byteLength(long.normalize('NFD'))).toBeGreaterThan(72);
  expect(
    await refusal(env.perform(register, { ...registration('long@example.org'), password: long.normalize('NFD') })),
  ).toBe('done');
  expect(
    await refusal(env.perform(register, { ...registration('long@example.org'), password: `${long}\u00e9` })),
  ).toEqual({ code: 'PASSWORD_TOO_WEAK' });
});

test('the same at a change of the password, and where one proves that it is oneself', async () => {
  await makeAccountWith('changes@example.org', composed);
  const actor = await actorOf(env, await signIn(env, 'changes@example.org', { password: composed }));
  expect(
    await refusal(
      env.perform(
        changePassword,
        { currentPassword: decomposed, password: 'Autre-For\u00eat-Calme-7'.normalize('NFD') },
        actor,
      ),
    ),
  ).toBe('done');
  expect(await refusal(signIn(env, 'changes@example.org', { password: 'Autre-For\u00eat-Calme-7' }))).toBe('done');
});
