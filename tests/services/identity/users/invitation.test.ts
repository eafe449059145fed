import { afterEach, beforeEach, expect, test } from '@jest/globals';
import {
  activateAccount,
  createUser,
  acceptInvitation,
  register,
  resendActivation,
  type NewUser,
} from '../../../../src/services/identity/index.ts';
import { mailedSecret } from '../../../../src/services/identity/one-time-tokens.ts';
import { person } from '../../../support/make/actor.ts';
import { DAY } from '../../../support/clock.ts';
import {
  goodPassword,
  openPeopleEnvironment,
  registration,
  stranger,
  type PeopleEnvironment,
} from '../people-environment.ts';
import { refusal, makeAccount, signIn } from '../people.ts';

let env: PeopleEnvironment;
beforeEach(async () => {
  env = await openPeopleEnvironment();
});
afterEach(() => env.close());

const email = 'louise@example.org';
const somebody: NewUser = { email, firstName: 'Louise', lastName: 'Bernard', role: 'PROOFREADER', locale: 'fr' };
const { consents } = registration(email);

async function invitations(): Promise<string[]> {
  const rows = await env.db
    .selectFrom('one_time_token')
    .select('id')
    .where('email', '=', email)
    .where('purpose', '=', 'INVITATION')
    .orderBy('id')
    .execute();
  const { derived } = env.contextFor(stranger());
  return rows.map(({ id }) => mailedSecret(derived, id));
}

test('an admin invites, the person chooses a password and consents, and has the role they were given', async () => {
  expect(await env.perform(createUser, somebody, person('ADMIN'))).toMatchObject({
    email,
    role: 'PROOFREADER',
    status: 'PENDING',
  });
  expect(await env.mailsTo(email)).toEqual(['invitation']);
  await env.app.worker.runDue();
  expect(await env.db.selectFrom('email_delivery').select(['template', 'status']).execute()).toEqual([
    { template: 'invitation', status: 'SENT' },
  ]);
  const [token = ''] = await invitations();
  expect(await refusal(env.perform(acceptInvitation, { token, password: goodPassword, consents: [] }))).toEqual({
    code: 'CONSENT_REQUIRED',
  });
  expect(await refusal(env.perform(acceptInvitation, { token, password: 'court', consents }))).toEqual({
    code: 'PASSWORD_TOO_WEAK',
  });
  expect(await env.perform(acceptInvitation, { token, password: goodPassword, consents })).toMatchObject({
    status: 'ACTIVE',
    role: 'PROOFREADER',
  });
  expect(await refusal(env.perform(acceptInvitation, { token, password: goodPassword, consents }))).toEqual({
    code: 'TOKEN_INVALID',
  });
  expect((await signIn(env, email)).user).toMatchObject({ role: 'PROOFREADER' });
  expect(
    (await env.db.selectFrom('consent_record').select('purpose').execute()).map(({ purpose }) => purpose).toSorted(),
  ).toEqual(['PRIVACY', 'TERMS']);
});

test('an address that has an account is refused, and its account untouched', async () => {
  await makeAccount(env, email);
  await expect(env.perform(createUser, somebody, person('ADMIN'))).rejects.toMatchObject({
    code: 'INPUT_INVALID',
    details: { fields: [{ path: 'input.email', rules: ['unique'] }] },
  });
  expect((await signIn(env, email)).user).toMatchObject({ role: 'CUSTOMER', firstName: 'Camille' });
});

test('an invitation is good for a week, and only for what it is', async () => {
  await env.perform(createUser, somebody, person('ADMIN'));
  const [token = ''] = await invitations();
  expect(await refusal(env.run(activateAccount, { token }))).toEqual({ code: 'TOKEN_INVALID' });
  env.clock.advance(7 * DAY + 1);
  expect(await refusal(env.perform(acceptInvitation, { token, password: goodPassword, consents }))).toEqual({
    code: 'TOKEN_INVALID',
  });
});

test('somebody who registers the address of an invited admin gains nothing: no password, no name, a new invitation', async () => {
  await env.perform(createUser, { ...somebody, role: 'ADMIN' }, person('ADMIN'));
  await env.perform(register, { ...registration(email), password: 'Le-Mot-Du-Voleur-42' });
  const theirs = await env.activationToken(email);
  await env.app.worker.runDue();
  expect(await env.mailsTo(email)).toEqual(['invitation', 'invitation']);
  expect(await refusal(env.run(activateAccount, { token: theirs ?? '' }))).toEqual({ code: 'TOKEN_INVALID' });
  // The link that was mailed first is good still: whoever asks, it does not die.
  const [first = '', ...others] = await invitations();
  expect(others).toEqual([]);
  expect(await env.perform(acceptInvitation, { token: first, password: goodPassword, consents })).toMatchObject({
    role: 'ADMIN',
    firstName: 'Louise',
  });
  expect(await refusal(signIn(env, email, { password: 'Le-Mot-Du-Voleur-42' }))).toEqual({
    code: 'CREDENTIALS_INVALID',
  });
  expect(await refusal(signIn(env, email))).toBe('done');
});

test('asking for the activation mail again sends the invitation again', async () => {
  await env.perform(createUser, somebody, person('ADMIN'));
  await env.perform(resendActivation, { email });
  await env.app.worker.runDue();
  expect((await env.mailsTo(email)).filter((template) => template === 'invitation')).toHaveLength(2);
  expect(await env.activationToken(email)).toBeUndefined();
});
