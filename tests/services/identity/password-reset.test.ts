import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { newId } from '../../../src/services/kernel/ids.ts';
import {
  activateAccount,
  preparePasswordReset,
  register,
  requestPasswordReset,
  resetPassword,
} from '../../../src/services/identity/index.ts';
import { sendPasswordReset } from '../../../src/services/identity/request-password-reset.ts';
import { jsonFrom } from '../../../src/services/platform/orm/values.ts';
import { DAY, MINUTE } from '../../support/clock.ts';
import { goodPassword, openHouse, registration, stranger, type House } from './house.ts';
import { change, refusal, settle, signIn } from './people.ts';

let house: House;
let email: string;
let userId: string;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());
beforeEach(async () => {
  house.clock.advance(DAY);
  email = `${newId()}@example.org`;
  userId = await settle(house, email);
});

const fresh = 'Trois-Girafes-Vertes-7';
const reset = (token: string | undefined, password = fresh) =>
  house.perform(resetPassword, { token: token ?? '', password });

/** Asks for the link and lets the job that was written run. */
async function asked(address: string): Promise<{ userId: string | null; isMailAllowed: boolean }> {
  expect(await house.perform(requestPasswordReset, { email: address })).toEqual({ email: address, isLinkMailed: true });
  const jobs = await house.db
    .selectFrom('job')
    .select('payload')
    .where('kind', '=', 'identity.mail-password-reset')
    .orderBy('id', 'desc')
    .limit(1)
    .execute();
  const payload = jsonFrom<{ userId: string | null; isMailAllowed: boolean }>(jobs[0]?.payload);
  await house.perform(sendPasswordReset, payload);
  return payload;
}

test('the link of the mail changes the password once, ends every session, and tells the owner', async () => {
  const session = await signIn(house, email);
  await asked(email);
  const { resetUrl } = await house.perform(preparePasswordReset, {
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
  expect(await refusal(house.app.sessions.authenticate(session.accessToken, stranger()))).toEqual({
    code: 'UNAUTHENTICATED',
  });
  expect(await refusal(signIn(house, email))).toEqual({ code: 'CREDENTIALS_INVALID' });
  expect(await refusal(signIn(house, email, { password: fresh }))).toBe('done');
  expect(await refusal(reset(token, 'Quatre-Girafes-Bleues-8'))).toEqual({ code: 'TOKEN_INVALID' });
  expect(await house.mailsTo(email)).toEqual(['welcome', 'password-reset', 'password-changed']);
  expect((await house.journal()).map(({ action }) => action)).toEqual(
    expect.arrayContaining([
      'PASSWORD_RESET_REQUEST',
      'PASSWORD_RESET_SUCCESS',
      'SESSION_REVOKED',
      'PASSWORD_RESET_FAILED',
    ]),
  );
});

test('any address gets the same answer and the same writes; only an active account gets a mail', async () => {
  await house.perform(register, registration(`pending-${email}`));
  for (const address of [`nobody-${email}`, `pending-${email}`])
    expect(await asked(address)).toEqual({ userId: null, isMailAllowed: true });
  expect(await asked(email)).toEqual({ userId, isMailAllowed: true });
  await change(house, userId, { status: 'SUSPENDED' });
  expect(await asked(email)).toEqual({ userId: null, isMailAllowed: true });
  await house.app.worker.runDue();
  expect(await house.mailsTo(`pending-${email}`)).toEqual(['activation']);
});

test('a link is void when it is late, meant for something else, or its owner is kept out', async () => {
  await asked(email);
  const second = await house.resetToken(email);
  house.hashes.length = 0;
  expect(await refusal(house.run(activateAccount, { token: second ?? '' }))).toEqual({ code: 'TOKEN_INVALID' });
  await house.perform(register, registration(`other-${email}`));
  expect(await refusal(reset(await house.activationToken(`other-${email}`)))).toEqual({ code: 'TOKEN_INVALID' });
  house.clock.advance(30 * MINUTE);
  expect(await refusal(reset(second))).toEqual({ code: 'TOKEN_INVALID' });
  expect(house.hashes).toEqual(['hash']);
  await asked(email);
  await change(house, userId, { status: 'SUSPENDED' });
  expect(await refusal(reset(await house.resetToken(email)))).toEqual({ code: 'TOKEN_INVALID' });
});

test('of twenty at one instant one changes the password', async () => {
  await asked(email);
  const token = await house.resetToken(email);
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, (_, i) => refusal(reset(token, `Girafe-Numero-${100 + i}`))),
  );
  expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1);
});

test('whoever chose a new password is no longer locked out', async () => {
  for (let i = 0; i < 6; i += 1)
    await refusal(signIn(house, email, { password: 'Un-Cheval-Rouge-43', address: '198.51.100.9' }));
  expect(await refusal(signIn(house, email, { password: goodPassword, address: '198.51.100.9' }))).toMatchObject({
    code: 'RATE_LIMITED',
  });
  await asked(email);
  await reset(await house.resetToken(email));
  expect(await refusal(signIn(house, email, { password: fresh, address: '198.51.100.9' }))).toBe('done');
});

test('a stranger who asks again killed the owner’s link: each is good until one of them is used', async () => {
  await asked(email);
  const own = await house.resetToken(email);
  house.clock.advance(MINUTE);
  await asked(email);
  const later = await house.resetToken(email);
  expect(later).not.toBe(own);
  expect(await reset(own)).toMatchObject({ id: userId });
  expect(await refusal(reset(later))).toEqual({ code: 'TOKEN_INVALID' });
});
