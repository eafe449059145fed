import { afterEach, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { entities } from '../../../src/entities/index.ts';
import { suffixLength } from '../../../src/entities/identity/user-suffix.entity.ts';
import { countEntries } from '../../../src/services/audit/count-entries.ts';
import { foldText } from '../../../src/services/kernel/fold.ts';
import { migrate } from '../../../src/services/platform/orm/migrate.ts';
import { openOrm } from '../../../src/services/platform/orm/orm.ts';
import { instantFrom, numberFrom } from '../../../src/services/platform/orm/values.ts';
import type { AppContext, Db } from '../../../src/services/platform/context.ts';
import { engine } from '../../support/database.ts';
import { openRelease, releases, type Release } from '../../support/releases.ts';

/** What is kept instead of counted is right for the data of earlier releases, too. */
let release: Release | undefined;
afterEach(() => release?.database.drop());

/** As the database compares texts: MySQL without case and accents. */
const text = (value: unknown): string => (engine === 'mysql' ? foldText(String(value)) : String(value)).trimEnd();
const sorted = (lines: readonly string[]): string[] => [...new Set(lines)].sort();

async function usersOf(db: Db) {
  return (await db.selectFrom('user').selectAll().execute()).map((user) => ({
    ...user,
    month: instantFrom(user.created_at).toISOString().slice(0, 7),
    folded: foldText(`${user.first_name} ${user.last_name} ${user.email}`),
  }));
}

async function expectPeopleToBeRight(db: Db): Promise<void> {
  const users = await usersOf(db);
  expect(users.length).toBeGreaterThan(2);
  const counted = await db.selectFrom('user_count').selectAll().execute();
  const lines = counted.flatMap((row) =>
    Array.from({ length: numberFrom(row.accounts) }, () => `${row.month} ${row.role} ${row.status}`),
  );
  expect(lines.sort()).toEqual(users.map(({ month, role, status }) => `${month} ${role} ${status}`).sort());
  for (const user of users)
    expect([user.search_text, user.first_name_key, user.last_name_key].map(text)).toEqual(
      [user.folded, foldText(user.first_name), foldText(user.last_name)].map(text),
    );
  const ends = users.flatMap(({ id, folded }) => {
    const letters = [...folded];
    return letters.flatMap((letter, i) =>
      letter === ' ' ? [] : [`${id} ${text(letters.slice(i, i + suffixLength).join(''))}`],
    );
  });
  const kept = await db.selectFrom('user_suffix').selectAll().execute();
  expect(sorted(kept.map(({ user_id, suffix }) => `${user_id} ${text(suffix)}`))).toEqual(sorted(ends));
}

async function expectNotificationsToBeRight(db: Db): Promise<void> {
  const unread = await db
    .selectFrom('notification')
    .select(['user_id', sql<unknown>`count(*)`.as('unread')])
    .where('read_at', 'is', null)
    .where('deleted_at', 'is', null)
    .where('expires_at', 'is', null)
    .groupBy('user_id')
    .execute();
  const kept = await db.selectFrom('notification_count').selectAll().execute();
  const lineOf = (row: { user_id: string; unread: unknown }): string => `${row.user_id} ${numberFrom(row.unread)}`;
  expect(kept.map(lineOf).sort()).toEqual(unread.map(lineOf).sort());
}

async function expectKeysToBeRight(db: Db): Promise<void> {
  for (const { title, title_key } of await db.selectFrom('customer_order').select(['title', 'title_key']).execute())
    expect(text(title_key)).toBe(text(foldText(title)));
  for (const row of await db.selectFrom('conversation').select(['subject', 'subject_key']).execute())
    expect(text(row.subject_key)).toBe(text(foldText(row.subject)));
  const apart = await db
    .selectFrom('conversation as c')
    .innerJoin('conversation_participant as p', 'p.conversation_id', 'c.id')
    .select('c.id')
    .whereRef('p.last_message_at', '!=', 'c.last_message_at')
    .execute();
  expect(apart).toEqual([]);
}

const countsOf = async (db: Db): Promise<string[]> =>
  (await db.selectFrom('audit_count').selectAll().execute())
    .map((row) => ({ ...row, at: instantFrom(row.starts_at).toISOString() }))
    .map((row) =>
      [row.span, row.at, row.action, row.severity, row.outcome, row.entries, row.first_seq, row.last_seq].join(' '),
    )
    .sort();

describe.each(releases)('data of the release %s', (name) => {
  test('are counted by the migration as they are counted afterwards', async () => {
    release = await openRelease(name);
    await migrate(release.database.settings);
    const orm = await openOrm(release.database.settings, [...entities]);
    try {
      const db = orm.em.fork().getKysely({ type: 'read' }) as unknown as Db;
      await expectPeopleToBeRight(db);
      await expectNotificationsToBeRight(db);
      await expectKeysToBeRight(db);
      const byMigration = await countsOf(db);
      expect(byMigration.length).toBeGreaterThan(5);
      const run = ((useCase: (tx: unknown, input: undefined) => unknown) =>
        orm.em.fork().transactional((em) => useCase({ em }, undefined) as Promise<unknown>)) as AppContext['run'];
      await run(async ({ em }) => {
        for (const statement of ['delete from audit_count', 'update audit_count_end set seq = 0'])
          await em.getConnection().execute(statement, [], 'run', em.getTransactionContext());
      }, undefined);
      await countEntries({ run });
      expect(await countsOf(db)).toEqual(byMigration);
    } finally {
      await orm.close(true);
    }
  });
});
