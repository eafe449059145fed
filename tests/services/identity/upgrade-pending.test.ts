import { afterEach, expect, test } from '@jest/globals';
import { entities } from '../../../src/entities/index.ts';
import { activateAccount, login } from '../../../src/services/identity/index.ts';
import { mailedSecret } from '../../../src/services/identity/one-time-tokens.ts';
import { fingerprint, newId } from '../../../src/services/kernel/ids.ts';
import { migrate, pendingMigrations } from '../../../src/services/platform/orm/migrate.ts';
import { openOrm } from '../../../src/services/platform/orm/orm.ts';
import { createDatabase, engine, type TestDatabase } from '../../support/database.ts';
import { openTestEnvironment, type AppEnvironment } from '../../support/environment.ts';
import { noLimits } from '../../support/no-limits.ts';
import { stranger } from './people-environment.ts';

let database: TestDatabase;
let env: AppEnvironment | undefined;
afterEach(async () => {
  await env?.close();
  await database.drop();
});

/** An instant as the database keeps it. */
const kept = (at: Date): string | number =>
  engine === 'sqlite' ? at.getTime() : at.toISOString().replace('T', ' ').replace('Z', '');

test('who waited for their link in the database of the release before still comes in by it', async () => {
  database = await createDatabase({ migrated: false });
  const orm = await openOrm(database.settings, [...entities]);
  const all = await pendingMigrations(database.settings);
  await orm.migrator.up({ migrations: all.slice(0, all.indexOf('Migration0005_pending_registrations')) });
  env = await openTestEnvironment({ isServed: false, database, services: { limits: noLimits } });
  const { derived, passwords } = env.app.services;
  const [userId, tokenId, now] = [newId(), newId(), new Date()];
  const password = 'Un-Cheval-Bleu-42';
  const insert = async (table: string, row: Record<string, unknown>): Promise<void> => {
    const columns = Object.keys(row)
      .map((name) => `\`${name}\``)
      .join(', ');
    await orm.em.fork().execute(
      `insert into \`${table}\` (${columns}) values (${Object.keys(row)
        .map(() => '?')
        .join(', ')})`,
      Object.values(row),
    );
  };
  await insert('user', {
    id: userId,
    created_at: kept(now),
    version: 1,
    email: 'ancienne@example.org',
    password_hash: await passwords.hash(password),
    first_name: 'Ancienne',
    last_name: 'Morel',
    role: 'CUSTOMER',
    status: 'PENDING',
    locale: 'fr',
    session_version: 1,
    password_version: 1,
  });
  await insert('one_time_token', {
    id: tokenId,
    created_at: kept(now),
    version: 1,
    user_id: userId,
    purpose: 'ACTIVATION',
    token_hash: fingerprint(mailedSecret(derived, tokenId)),
    email: 'ancienne@example.org',
    password_version: 1,
    expires_at: kept(new Date(now.getTime() + 1_800_000)),
  });
  await orm.close(true);
  expect(await migrate(database.settings)).toContain('Migration0005_pending_registrations');
  const asked = env.contextFor(stranger());
  expect(await asked.run(activateAccount, { token: mailedSecret(derived, tokenId) })).toMatchObject({
    id: userId,
    firstName: 'Ancienne',
    status: 'ACTIVE',
  });
  expect(await login(asked, { email: 'ancienne@example.org', password })).toMatchObject({
    accessToken: expect.any(String),
  });
  expect(
    await env.db.selectFrom('one_time_token').select('used_at').where('id', '=', tokenId).executeTakeFirst(),
  ).not.toEqual({ used_at: null });
});
