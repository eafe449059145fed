import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  goodPassword,
  openPeopleEnvironment,
  stranger,
  type PeopleEnvironment,
} from '../../services/identity/people-environment.ts';
import { engine } from '../../support/database.ts';

let env: PeopleEnvironment;
beforeAll(async () => {
  env = await openPeopleEnvironment();
});
afterAll(() => env.close());

const registerDocument = 'mutation ($input: RegisterInput!) { register(input: $input) { email isActivationMailed } }';
const loginDocument = `mutation ($input: LoginInput!) { login(input: $input) {
  ... on Session { accessToken accessTokenExpiresAt refreshToken user { id email displayName role status locale createdAt } }
} }`;
const input = (email: string) => ({
  email,
  password: goodPassword,
  firstName: 'Camille',
  lastName: 'Morel',
  locale: 'FR',
  consents: [
    { purpose: 'TERMS', policyVersion: '1' },
    { purpose: 'PRIVACY', policyVersion: '1' },
  ],
});

test(`a person registers, activates, signs in, refreshes, asks who they are and signs out (${engine})`, async () => {
  expect(await env.ask(stranger(), registerDocument, { input: input('Camille@Example.org') })).toMatchObject({
    data: { register: { email: 'camille@example.org', isActivationMailed: true } },
    codes: [],
  });
  const credentials = { email: 'camille@example.org', password: goodPassword };
  expect((await env.ask(stranger(), loginDocument, { input: credentials })).codes).toEqual(['CREDENTIALS_INVALID']);

  const token = await env.activationToken('camille@example.org');
  const activation = await env.ask(
    stranger(),
    'mutation ($input: ActivateAccountInput!) { activateAccount(input: $input) { email status } }',
    { input: { token } },
  );
  expect(activation).toMatchObject({
    data: { activateAccount: { email: 'camille@example.org', status: 'ACTIVE' } },
    codes: [],
  });

  const { login } = (await env.ask(stranger(), loginDocument, { input: credentials })).data as {
    login: { accessToken: string; accessTokenExpiresAt: string; refreshToken: string; user: object };
  };
  expect(login.user).toMatchObject({
    email: 'camille@example.org',
    displayName: 'Camille Morel',
    role: 'CUSTOMER',
    status: 'ACTIVE',
    locale: 'FR',
    createdAt: '2026-11-20T09:00:00.000Z',
  });
  expect(login.accessTokenExpiresAt).toBe('2026-11-20T09:30:00.000Z');

  const actor = await env.app.sessions.authenticate(login.accessToken, stranger());
  expect(actor).toMatchObject({ kind: 'PERSON', role: 'CUSTOMER', locale: 'fr', address: '192.0.2.1' });
  expect(await env.ask(actor, '{ me { id email createdAt } }')).toMatchObject({
    data: { me: { id: actor.userId, email: 'camille@example.org', createdAt: '2026-11-20T09:00:00.000Z' } },
    codes: [],
  });

  env.clock.advance(60_000);
  const refreshed = await env.ask(
    stranger(),
    'mutation ($input: RefreshSessionInput!) { refreshSession(input: $input) { accessToken refreshToken user { id } } }',
    { input: { refreshToken: login.refreshToken } },
  );
  const { refreshSession } = refreshed.data as { refreshSession: { accessToken: string; refreshToken: string } };
  expect(refreshSession.refreshToken).not.toBe(login.refreshToken);
  expect((await env.app.sessions.authenticate(refreshSession.accessToken, stranger())).sessionId).toBe(actor.sessionId);

  expect(await env.ask(actor, 'mutation { logout { endedSessions } }')).toMatchObject({
    data: { logout: { endedSessions: 1 } },
    codes: [],
  });
  await expect(env.app.sessions.authenticate(refreshSession.accessToken, stranger())).rejects.toMatchObject({
    code: 'UNAUTHENTICATED',
  });
  expect(await env.mailsTo('camille@example.org')).toEqual(['welcome']);
  expect((await env.auditLog()).map(({ action }) => action)).toEqual([
    'REGISTRATION_REQUESTED',
    'LOGIN_FAILED',
    'CONSENT_GIVEN',
    'USER_CREATED',
    'USER_ACTIVATED',
    'LOGIN_SUCCESS',
    'LOGOUT',
  ]);
});

test('an anonymous caller has no account to read, and cannot sign out', async () => {
  expect((await env.ask(stranger(), '{ me { id } }')).codes).toEqual(['UNAUTHENTICATED']);
  expect((await env.ask(stranger(), 'mutation { logout { endedSessions } }')).codes).toEqual(['UNAUTHENTICATED']);
  expect((await env.ask(stranger(), 'mutation { logoutEverywhere { endedSessions } }')).codes).toEqual([
    'UNAUTHENTICATED',
  ]);
});

test('bad input is refused on the field it stands in', async () => {
  const fieldsOf = async (change: object): Promise<unknown> => {
    const { errors } = await env.ask(stranger(), registerDocument, {
      input: { ...input('bad@example.org'), ...change },
    });
    return errors[0]?.extensions;
  };
  const refused = (path: string, ...rules: string[]) =>
    expect.objectContaining({ code: 'INPUT_INVALID', details: { fields: [expect.objectContaining({ path, rules })] } });
  expect(await fieldsOf({ firstName: '' })).toEqual(refused('input.firstName', 'isLength', 'matches'));
  expect(await fieldsOf({ lastName: 'A'.repeat(51) })).toEqual(refused('input.lastName', 'isLength'));
  expect(await fieldsOf({ lastName: 'Ann\r\nBcc: x' })).toEqual(refused('input.lastName', 'matches'));
  expect(await fieldsOf({ lastName: '   ' })).toEqual(refused('input.lastName', 'isLength', 'matches'));
  expect(await fieldsOf({ email: 'nobody' })).toEqual(refused('input.email', 'type'));
  expect(await fieldsOf({ email: `${'a'.repeat(250)}@example.org` })).toEqual(refused('input.email', 'maxLength'));
  expect(await fieldsOf({ locale: 'DE' })).toEqual(refused('input.locale', 'type'));
  expect(await fieldsOf({ consents: [{ purpose: 'TERMS', policyVersion: '' }] })).toEqual(
    refused('input.consents.0.policyVersion', 'matches'),
  );
  expect(await fieldsOf({ consents: [] })).toMatchObject({
    code: 'CONSENT_REQUIRED',
    details: { fields: [{ path: 'input.consents', rules: ['TERMS', 'PRIVACY'] }] },
  });
  expect(await fieldsOf({ password: 'cheval' })).toMatchObject({
    code: 'PASSWORD_TOO_WEAK',
    details: { fields: [{ path: 'input.password', rules: ['minLength', 'uppercase', 'digit'] }] },
  });
  expect(await env.mailsTo('bad@example.org')).toEqual([]);
});
