import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { setUserRole, suspendUser } from '../../../../src/services/identity/index.ts';
import { deleteUser } from '../../../../src/services/privacy/index.ts';
import { person } from '../../../support/make/actor.ts';
import { engine } from '../../../support/database.ts';
import { openPeopleEnvironment, type PeopleEnvironment } from '../people-environment.ts';
import { refusal, makeAccount } from '../people.ts';

let env: PeopleEnvironment;
beforeEach(async () => {
  env = await openPeopleEnvironment();
});
afterEach(() => env.close());

const activeAdmins = async () =>
  (
    await env.db.selectFrom('user').select('id').where('role', '=', 'ADMIN').where('status', '=', 'ACTIVE').execute()
  ).map(({ id }) => id);

test('the last active admin is neither demoted, nor suspended, nor deleted', async () => {
  const only = await makeAccount(env, 'seule@example.org', 'ADMIN');
  const asleep = await makeAccount(env, 'absente@example.org', 'ADMIN');
  const actor = person('ADMIN', only);
  await env.run(suspendUser, { userId: asleep }, actor);
  for (const attempt of [
    env.run(setUserRole, { userId: only, role: 'CUSTOMER' }, actor),
    env.run(suspendUser, { userId: only }, actor),
  ])
    expect(await refusal(attempt)).toEqual({ code: 'LAST_ADMIN' });
  const deletion = env.perform(deleteUser, { userId: only, reason: 'OTHER' }, actor);
  await expect(deletion).rejects.toMatchObject({
    code: 'ERASURE_BLOCKED',
    details: { obstacles: [{ code: 'LAST_ADMIN', ids: [only] }] },
  });
  expect(await activeAdmins()).toEqual([only]);
  expect(await env.run(setUserRole, { userId: only, role: 'ADMIN' }, actor)).toMatchObject({ role: 'ADMIN' });
});

test(`two admins who push each other out at one instant: one stays, every time (${engine})`, async () => {
  const ways = [
    (by: string, whom: string) => env.run(setUserRole, { userId: whom, role: 'CUSTOMER' }, person('ADMIN', by)),
    (by: string, whom: string) => env.run(suspendUser, { userId: whom }, person('ADMIN', by)),
    (by: string, whom: string) => env.perform(deleteUser, { userId: whom, reason: 'OTHER' }, person('ADMIN', by)),
  ];
  let [one] = [await makeAccount(env, 'une@example.org', 'ADMIN')];
  for (const [i, way] of [...ways, ...ways].entries()) {
    const other = await makeAccount(env, `autre${i}@example.org`, 'ADMIN');
    const outcomes = await Promise.all([refusal(way(one, other)), refusal(way(other, one))]);
    expect(outcomes.toSorted((a, b) => (a === 'done' ? -1 : b === 'done' ? 1 : 0))).toEqual([
      'done',
      { code: expect.stringMatching(/^(LAST_ADMIN|ERASURE_BLOCKED)$/) as unknown },
    ]);
    const left = await activeAdmins();
    expect(left).toHaveLength(1);
    one = left[0] ?? '';
  }
});
