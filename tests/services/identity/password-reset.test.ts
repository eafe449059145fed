import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { newId } from '../../../src/services/kernel/ids.ts';
import {
  activateAccount,
  preparePasswordReset,
  register,
  requestPasswordReset,
  resetPassword,
} from '../../../src/services/identity/index.ts';
import { sendPasswordReset } from '../../../src/services/identity/password/request-password-reset.ts';
import { jsonFrom } from '../../../src/services/platform/orm/values.ts';
import { DAY, MINUTE } from '../../support/clock.ts';
import {
  goodPassword,
  openPeopleEnvironment,
  registration,
  stranger,
  type PeopleEnvironment,
} from './people-environment.ts';
import { change, refusal, makeAccount, signIn } from './people.ts';

let env: PeopleEnvironment;
let email: string;
let userId: string;
beforeAll(async () => {
  env = await openPeopleEnvironment();
});
afterAll(() => env.close());
beforeEach(async () => {
  env.clock.advance(DAY);
  email = `${newId()}@example.org`;
  userId = await makeAccount(env, email);
});

const fresh = 'Trois-Girafes-Vertes-7';
const reset = (token: string | undefined, password = fresh) =>
  env.perform(resetPassword, { token: token ?? '', password });

/** Asks for the link and lets the job that was written run. */
async function asked(address: string): Promise<{ userId: string | null; isMailAllowed: boolean }> {
  expect(await env.perform(requestPasswordReset, { email: address })).toEqual({ email: address, isLinkMailed: true });
  const jobs = await env.db
    .selectFrom('job')
    .select('payload')
    .where('kind', '=', 'identity.mail-password-reset')
    .orderBy('id', 'desc')
    .limit(1)
    .execute();
  const payload = jsonFrom<{ userId: string | null; isMailAllowed: boolean }>(jobs[0]?.payload);
  await env.perform(sendPasswordReset, payload);
  return payload;
}

test('the link of the mail changes the password once, ends every session, and notifies the owner', async () => {
  const session = await signIn(env, email);
  await asked(email);
  const { resetUrl } = await env.perform(preparePasswordReset, {
    deliveryId: newId(),
    recipientId: userId,
    toEmail: email,
    data: {},
  });
  const url = new URL(String(resetUrl));
  expect(url.pathname).toBe('/reset-password');
  const token = url.searchParams.get('token') ?? '';
  expect(await refusal(reset(token, 'trop-court'))).toEqual({ code: 'PASSWORD_TOO_WEAK' });
  expect(await reset(token)).toMatchObject({ id: userId, email });
  expect(await refusal(env.app.sessions.authenticate(session.accessToken, stranger()))).toEqual({
    code: 'UNAUTHENTICATED',
  });
  expect(await refusal(signIn(env, email))).toEqual({ code: 'CREDENTIALS_INVALID' });
  expect(await refusal(signIn(env, email, { password: fresh }))).toBe('done');
  expect(await refusal(reset(token, 'Quatre-Girafes-Bleues-8'))).toEqual({ code: 'TOKEN_INVALID' });
  expect(await env.mailsTo(email)).toEqual(['welcome', 'password-reset', 'password-changed']);
  expect((await env.auditLog()).map(({ action }) => action)).toEqual(
    expect.arrayContaining([
      'PASSWORD_RESET_REQUEST',
      'PASSWORD_RESET_SUCCESS',
      'SESSION_REVOKED',
      'PASSWORD_RESET_FAILED',
    ]),
  );
});

test('any address gets the same answer and the same writes; only an active account gets a mail', async () => {
  await env.perform(register, registration(`pending-${email}`));
  for (const address of [`nobody-${email}`, `pending-${email}`])
    expect(await asked(address)).toEqual({ userId: null, isMailAllowed: true });
  expect(await asked(email)).toEqual({ userId, isMailAllowed: true });
  await change(env, userId, { status: 'SUSPENDED' });
  expect(await asked(email)).toEqual({ userId: null, isMailAllowed: true });
  await env.app.worker.runDue();
  expect(await env.mailsTo(`pending-${email}`)).toEqual(['activation']);
});

test('a link is void when it is late, meant for something else, or its owner is kept out', async () => {
  await asked(email);
  const second = await env.resetToken(email);
  env.hashes.length = 0;
  expect(await refusal(env.run(activateAccount, { token: second ?? '' }))).toEqual({ code: 'TOKEN_INVALID' });
  await env.perform(register, registration(`other-${email}`));
  expect(await refusal(reset(await env.activationToken(`other-${email}`)))).toEqual({ code: 'TOKEN_INVALID' });
  env.clock.advance(30 * MINUTE);
  expect(await refusal(reset(second))).toEqual({ code: 'TOKEN_INVALID' });
  expect(env.hashes).toEqual(['hash']);
  await asked(email);
  await change(env, userId, { status: 'SUSPENDED' });
  expect(await refusal(reset(await env.resetToken(email)))).toEqual({ code: 'TOKEN_INVALID' });
});

test('of twenty at one instant one changes the password', async () => {
  await asked(email);
  const token = await env.resetToken(email);
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, (_, i) => refusal(reset(token, `Girafe-Numero-${100 + i}`))),
  );
  expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1);
});

test('whoever chose a new password is no longer locked out', async () => {
  for (let i = 0; i < 6; i += 1)
    await refusal(signIn(env, email, { password: 'Un-Cheval-Rouge-43', address: '198.51.100.9' }));
  expect(await refusal(signIn(env, email, { password: goodPassword, address: '198.51.100.9' }))).toMatchObject({
    code: 'RATE_LIMITED',
  });
  await asked(email);
  await reset(await env.resetToken(email));
  expect(await refusal(signIn(env, email, { password: fresh, address: '198.51.100.9' }))).toBe('done');
});

test('a stranger who asks again killed the owner’s link: each is good until one of them is used', async () => {
  await asked(email);
  const own = await env.resetToken(email);
  env.clock.advance(MINUTE);
  await asked(email);
  const later = await env.resetToken(email);
  expect(later).not.toBe(own);
  expect(await reset(own)).toMatchObject({ id: userId });
  expect(await refusal(reset(later))).toEqual({ code: 'TOKEN_INVALID' });
});
