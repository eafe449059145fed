import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { CommandTools } from '../../../../src/commands/command.ts';
import { system } from '../../../../src/services/access/actor.ts';
import { userCommands } from '../../../../src/commands/users.ts';
import { goodPassword, openPeopleEnvironment, type PeopleEnvironment } from '../people-environment.ts';
import { refusal, makeAccount, signIn } from '../people.ts';

let env: PeopleEnvironment;
let said: string[];
beforeEach(async () => {
  env = await openPeopleEnvironment();
  said = [];
});
afterEach(() => env.close());

function command(name: string, ...args: string[]): Promise<number> | undefined {
  const tools: CommandTools = {
    print: (text) => void said.push(text),
    within: (_config, work) => work(env.app),
    contextFor: (app) => app.contextFor({ actor: system, requestId: 'command' }),
  };
  return userCommands(tools)[name]?.run(env.app.config, args);
}
/** The password in what was said last. */
const shown = (): string => /\S+$/.exec(said.at(-1) ?? '')?.[0] ?? '';

test('an operator makes an admin, who signs in with the password that is shown once', async () => {
  expect(await command('users:create-admin', 'Chef@Example.org', '--first-name', 'Ada', '--last-name', 'Petit')).toBe(
    0,
  );
  expect((await signIn(env, 'chef@example.org', { password: shown() })).user).toMatchObject({
    role: 'ADMIN',
    status: 'ACTIVE',
    firstName: 'Ada',
    lastName: 'Petit',
  });
  expect(await env.auditLog()).toContainEqual(expect.objectContaining({ action: 'USER_CREATED', severity: 'HIGH' }));
  expect(await command('users:create-admin', 'chef@example.org')).toBe(1);
  expect(said.at(-1)).toBe('chef@example.org has an account already: users:reset-password gives it a new password.');
  expect(await command('users:create-admin', 'nonsense')).toBe(2);
  expect(await command('users:create-admin')).toBe(2);
});

test('an operator gives somebody a new password: sessions end, a lock is lifted, the person is notified', async () => {
  await makeAccount(env, 'perdue@example.org');
  await signIn(env, 'perdue@example.org');
  for (let i = 0; i < 6; i += 1)
    await refusal(signIn(env, 'perdue@example.org', { password: 'Un-Cheval-Rouge-43', address: '198.51.100.9' }));
  expect(await command('users:reset-password', 'perdue@example.org')).toBe(0);
  expect(await refusal(signIn(env, 'perdue@example.org', { password: goodPassword }))).toEqual({
    code: 'CREDENTIALS_INVALID',
  });
  expect(await refusal(signIn(env, 'perdue@example.org', { password: shown(), address: '198.51.100.9' }))).toBe('done');
  expect(await env.mailsTo('perdue@example.org')).toContain('password-changed');
  expect(await env.db.selectFrom('session').select('revoke_reason').orderBy('id').execute()).toEqual([
    { revoke_reason: 'PASSWORD_RESET' },
    { revoke_reason: null },
  ]);
  expect(env.logs.text()).not.toContain(shown());
  expect(await command('users:reset-password', 'personne@example.org')).toBe(1);
  expect(said.at(-1)).toBe('personne@example.org has no active account.');
});
