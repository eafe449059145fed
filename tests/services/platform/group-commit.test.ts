// @lane sqlite: the other database has writers of its own.
import { StatementSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { sql, type Kysely } from 'kysely';
import { groupLimits } from '../../../src/services/platform/orm/writing-driver.ts';
import { createWorld, type World } from '../../support/world.ts';

interface Tables {
  readonly probe: { id: number; twice: number | null };
  readonly child: { id: number; probe_id: number };
}

let world: World;
const statements: string[] = [];
const { run } = StatementSync.prototype;
beforeAll(async () => {
  StatementSync.prototype.run = function counted(this: StatementSync, ...given: Parameters<typeof run>) {
    statements.push(this.sourceSQL);
    return run.apply(this, given);
  } as typeof run;
  world = await createWorld();
  // On a machine that does other things besides, a group would close before its last member comes.
  Object.assign(groupLimits, { waitMs: 60_000 });
  const db = writer();
  await sql`create table probe (id integer primary key, twice integer unique)`.execute(db);
  await sql`create table child (id integer primary key, probe_id integer not null references probe deferrable initially deferred)`.execute(
    db,
  );
});
afterAll(async () => {
  Object.assign(groupLimits, { waitMs: 10 });
  StatementSync.prototype.run = run;
  await world.close();
});
beforeEach(async () => {
  await sql`delete from child`.execute(writer());
  await sql`delete from probe`.execute(writer());
  statements.length = 0;
});

const writer = (): Kysely<Tables> => world.orm.em.fork().getKysely({ type: 'write' }) as unknown as Kysely<Tables>;
const reader = (): Kysely<Tables> => world.db as unknown as Kysely<Tables>;
const commits = (): number => statements.filter((text) => text === 'commit').length;
const numbers = (count: number): number[] => Array.from({ length: count }, (_, i) => i + 1);
const stored = async (): Promise<number[]> =>
  (await reader().selectFrom('probe').select('id').orderBy('id').execute()).map(({ id }) => id);

/** One transaction of the product's kind. */
const inTransaction = <T>(work: (db: Kysely<Tables>) => Promise<T>): Promise<T> =>
  world.orm.em.fork().transactional((em) => work(em.getKysely() as unknown as Kysely<Tables>));
const insert = (id: number, more: { twice?: number } = {}): Promise<void> =>
  inTransaction(
    async (db) =>
      void (await db
        .insertInto('probe')
        .values({ id, twice: null, ...more })
        .execute()),
  );

/** One that is under way until the others have come to wait for it. */
const slowly = (id: number): Promise<void> =>
  inTransaction(async (db) => {
    await sleep(50);
    await db.insertInto('probe').values({ id, twice: null }).execute();
  });

/** What became of each, in their order. */
const outcomes = async (all: readonly Promise<unknown>[]): Promise<string[]> =>
  (await Promise.allSettled(all)).map(({ status }) => status);

test('transactions that wait for each other share commits, and each is answered after its own', async () => {
  const seen = await Promise.all(
    numbers(200).map(async (id) => {
      await insert(id);
      return (await stored()).includes(id);
    }),
  );
  expect(seen).toEqual(numbers(200).map(() => true));
  // At most 64 to a commit.
  expect(commits()).toBeGreaterThanOrEqual(4);
  expect(commits()).toBeLessThan(150);
});

test('they are answered in the order in which they wrote', async () => {
  const answered: number[] = [];
  await Promise.all(numbers(50).map((id) => insert(id).then(() => answered.push(id))));
  expect(answered).toEqual(numbers(50));
});

test('one that fails takes back its own writes and nobody else’s', async () => {
  const all = numbers(30).map((id) =>
    id % 3 === 0
      ? inTransaction(async (db) => {
          await db.insertInto('probe').values({ id, twice: null }).execute();
          throw new Error('changed its mind');
        })
      : insert(id),
  );
  expect(await outcomes(all)).toEqual(numbers(30).map((id) => (id % 3 === 0 ? 'rejected' : 'fulfilled')));
  expect(await stored()).toEqual(numbers(30).filter((id) => id % 3 !== 0));
});

test('a statement that fails within one leaves the others alone', async () => {
  const all = [insert(1, { twice: 7 }), insert(2, { twice: 7 }), insert(3)];
  expect(await outcomes(all)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(await stored()).toEqual([1, 3]);
});

test('a commit that fails, fails everybody in it; the next transactions are well', async () => {
  const first = slowly(1);
  const orphan = inTransaction(
    async (db) => void (await db.insertInto('child').values({ id: 1, probe_id: 99 }).execute()),
  );
  const all = [first, orphan, insert(2)];
  expect(await outcomes(all)).toEqual(['rejected', 'rejected', 'rejected']);
  expect(await stored()).toEqual([]);
  await insert(4);
  expect(await stored()).toEqual([4]);
});

test('when the database takes back a transaction by itself, everybody in it fails, and nothing is written outside it', async () => {
  await insert(1, { twice: 7 });
  const first = slowly(4);
  const stubborn = inTransaction(async (db) => {
    await sql`insert or rollback into probe (id, twice) values (2, 7)`.execute(db).catch(() => undefined);
    await db.insertInto('probe').values({ id: 3, twice: null }).execute();
  });
  const all = [first, stubborn, insert(5)];
  expect(await outcomes(all)).toEqual(['rejected', 'rejected', 'fulfilled']);
  expect(await stored()).toEqual([1, 5]);
});

test('a statement by itself waits for the transactions before it, and one that no transaction may hold runs', async () => {
  const first = slowly(1);
  await sleep(20);
  const all = [first, insert(2), sql`delete from probe where id = 1`.execute(writer()), sql`vacuum`.execute(writer())];
  expect(await outcomes(all)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'fulfilled']);
  expect(await stored()).toEqual([2]);
});

test('a group does not wait for ever for those who come after it', async () => {
  Object.assign(groupLimits, { waitMs: 10 });
  let isOver = false;
  const others = (async () => {
    for (let id = 100; !isOver; id += 1) {
      void insert(id).catch(() => undefined);
      await sleep(0);
    }
  })();
  await insert(1);
  isOver = true;
  await others;
  expect(await stored()).toContain(1);
});
