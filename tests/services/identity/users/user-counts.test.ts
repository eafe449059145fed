import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { suffixLength } from '../../../../src/entities/identity/user-suffix.entity.ts';
import { User, userStatuses } from '../../../../src/entities/identity/user.entity.ts';
import { userRoles } from '../../../../src/services/kernel/roles.ts';
import { listUsers, userStats } from '../../../../src/services/identity/index.ts';
import { userCounts } from '../../../../src/services/identity/queries/user-counts.ts';
import { foldText, searchWords } from '../../../../src/services/kernel/fold.ts';
import { newId } from '../../../../src/services/kernel/ids.ts';
import { instantFrom, numberFrom } from '../../../../src/services/platform/orm/values.ts';
import type { Tx } from '../../../../src/services/platform/context.ts';
import { DAY, HOUR, testClock } from '../../../support/clock.ts';
import { engine } from '../../../support/database.ts';
import { makePerson } from '../../../support/make/person.ts';
import { planOf } from '../../../support/plan.ts';
import { createWorld, type World } from '../../../support/world.ts';

/** Counts and search of people equal what is found by reading every row, whatever was done to them. */
const clock = testClock('2026-01-25T22:30:00.000Z');
let world: World;
beforeAll(async () => {
  world = await createWorld({ clock });
});
afterAll(() => world.close());

let state = 11;
const below = (count: number): number => {
  state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
  return Math.floor((state / 2_147_483_648) * count);
};
const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T;

const names = ['Élodie', 'Anne_Marie', 'Zoé', "O'Neil", 'O’Neil', 'Cœur', 'Weiß', '100%', 'Le Goff', 'Brun', 'Bruneau'];
const ids: string[] = [];
let made = 0;

const add = async ({ em }: Tx<'em'>): Promise<void> => {
  const person = makePerson(em, {
    email: `${foldText(pick(names)).replace(/[^a-z]/g, '')}.${(made += 1)}@example.org`,
    firstName: pick(names),
    lastName: pick(names),
    role: pick(userRoles),
    status: pick(userStatuses),
  });
  await em.flush();
  ids.push(person.id);
};
const change = async ({ em }: Tx<'em'>): Promise<void> => {
  const user = await em.findOneOrFail(User, { id: pick(ids) });
  if (below(2) === 0) user.role = pick(userRoles);
  if (below(2) === 0) user.status = pick(userStatuses);
  if (below(2) === 0) user.lastName = pick(names);
  if (below(4) === 0) user.email = `new.${newId().slice(-6)}@example.com`;
  if (below(4) === 0) user.bio = 'nothing that is counted or searched';
};
const remove = async ({ em }: Tx<'em'>): Promise<void> => {
  const [id] = ids.splice(below(ids.length), 1);
  await em.nativeDelete(User, { id: id as string });
};

const allUsers = async () =>
  (await world.db.selectFrom('user').selectAll().orderBy('id').execute()).map((row) => ({
    ...row,
    createdAt: instantFrom(row.created_at),
  }));

async function expectCountsToBeRight(): Promise<void> {
  const users = await allUsers();
  const instants = [clock.now(), new Date(clock.now().getTime() - 40 * DAY), new Date('2026-02-28T23:00:00.000Z')];
  const { all, before } = await userCounts(world.db, instants);
  for (const role of userRoles)
    for (const status of userStatuses) {
      const are = users.filter((user) => user.role === role && user.status === status);
      const sum = (counts: typeof all) =>
        counts.filter((row) => row.role === role && row.status === status).reduce((n, { accounts }) => n + accounts, 0);
      expect(sum(all)).toBe(are.length);
      for (const [i, at] of instants.entries())
        expect(sum(before[i] as typeof all)).toBe(are.filter(({ createdAt }) => createdAt < at).length);
    }
}

async function expectSuffixesToBeRight(): Promise<void> {
  const wanted = (await allUsers()).flatMap(({ id, first_name, last_name, email }) => {
    const letters = [...foldText(`${first_name} ${last_name} ${email}`)];
    const ends = letters.map((_, i) => letters.slice(i, i + suffixLength).join('')).filter((end) => end[0] !== ' ');
    return [...new Set(ends.map((end) => end.trimEnd()))].map((end) => `${id} ${end}`);
  });
  const rows = await world.db.selectFrom('user_suffix').selectAll().execute();
  const found = rows.map(({ user_id, suffix }) => `${user_id} ${suffix.trimEnd()}`);
  expect([...new Set(found)].sort()).toEqual([...new Set(wanted)].sort());
}

test('counts and suffixes follow every change of an account', async () => {
  for (let round = 0; round < 120; round++) {
    const kind = ids.length < 8 ? 0 : below(5);
    await world.run(kind < 2 ? add : kind < 4 ? change : remove, undefined);
    clock.advance(below(30) * HOUR);
  }
  await expectCountsToBeRight();
  await expectSuffixesToBeRight();
}, 60_000);

test('people who register at once are all counted', async () => {
  await Promise.all(Array.from({ length: 12 }, () => world.run(add, undefined)));
  await expectCountsToBeRight();
  await expectSuffixesToBeRight();
}, 60_000);

test('the statistics are those of the rows', async () => {
  const users = (await allUsers()).filter(({ status }) => status !== 'ERASED');
  const stats = await userStats(world.contextFor(), undefined);
  expect(stats.total).toBe(users.length);
  for (const { role, count } of stats.byRole) expect(count).toBe(users.filter((user) => user.role === role).length);
  const timeZone = world.config.TIME_ZONE;
  for (const { month, total, newUsers } of stats.growth) {
    const begins = Temporal.PlainYearMonth.from(month);
    const at = (of: Temporal.PlainYearMonth): number =>
      of.toPlainDate({ day: 1 }).toZonedDateTime(timeZone).epochMilliseconds;
    const next = at(begins.add({ months: 1 }));
    expect([month, total]).toEqual([month, users.filter(({ createdAt }) => createdAt.getTime() < next).length]);
    expect(newUsers).toBe(
      users.filter(({ createdAt }) => createdAt.getTime() >= at(begins) && createdAt.getTime() < next).length,
    );
  }
});

const searches = [
  'ELOD',
  'odi',
  'é',
  'brun',
  'brunea',
  'rune',
  'oeur',
  'œur',
  'weiss',
  "o'n",
  'o’neil',
  '_',
  '100%',
  'xq',
  'example.org',
  'le goff',
  'zoé brun',
  'new.',
  'camilla',
  'goff@',
];

test('a search finds what reading every row finds, in the middle of words too', async () => {
  const users = await allUsers();
  for (const search of searches) {
    const words = searchWords(search).map(foldText);
    const wanted = users
      .filter(({ first_name, last_name, email }) =>
        words.every((word) => [first_name, last_name, email].some((text) => foldText(text).includes(word))),
      )
      .map(({ id }) => id);
    const { nodes } = await listUsers(world.readContext(), { filter: { search }, first: 100 });
    expect([search, nodes.map(({ id }) => id).sort()]).toEqual([search, wanted.sort()]);
  }
});

test('filters, counts and pages of the list agree with the rows', async () => {
  const users = await allUsers();
  const [from, to] = [new Date('2026-02-10T05:00:00.000Z'), new Date('2026-04-20T20:00:00.000Z')];
  for (const filter of [
    {},
    { role: 'CUSTOMER' },
    { status: 'ACTIVE' },
    { createdFrom: from },
    { createdTo: to, createdFrom: from },
    { role: 'ADMIN', status: 'SUSPENDED', createdTo: to },
  ] as const) {
    const wanted = users.filter(
      (user) =>
        (!('role' in filter) || user.role === filter.role) &&
        (!('status' in filter) || user.status === filter.status) &&
        (!('createdFrom' in filter) || user.createdAt >= filter.createdFrom) &&
        (!('createdTo' in filter) || user.createdAt < filter.createdTo),
    );
    const page = await listUsers(world.readContext(), { filter, first: 100 });
    expect(page.nodes.map(({ id }) => id).sort()).toEqual(wanted.map(({ id }) => id).sort());
    expect(await page.totalCount()).toBe(wanted.length);
  }
});

test('people are sorted by last name, then by first name, without case and accents, page by page', async () => {
  const keyOf = (row: { lastName: string; firstName: string; id: string }) =>
    [foldText(row.lastName), foldText(row.firstName), row.id] as const;
  const seen: ReturnType<typeof keyOf>[] = [];
  for (let after: string | null = null, isMore = true; isMore;) {
    const page = await listUsers(world.readContext(), { first: 7, after, orderBy: 'NAME_ASC' });
    seen.push(...page.nodes.map(keyOf));
    after = page.pageInfo.endCursor;
    isMore = page.nodes.length === 7;
  }
  const count = numberFrom(
    (
      await world.db
        .selectFrom('user')
        .select(({ fn }) => fn.countAll().as('n'))
        .executeTakeFirstOrThrow()
    ).n,
  );
  expect(seen).toHaveLength(count);
  for (const [i, [last, first, id]] of seen.entries()) {
    const [nextLast, nextFirst, nextId] = seen[i + 1] ?? [last, first, `${id}~`];
    if (last === nextLast && first === nextFirst) expect(id < nextId).toBe(true);
  }
  const lasts = [...new Set(seen.map(([last]) => last))];
  expect(lasts).toHaveLength(seen.filter(([last], i) => seen[i - 1]?.[0] !== last).length);
});

test('a word is sought in the index of suffixes, and names in the order of theirs', async () => {
  const word = world.db.selectFrom('user_suffix').select('user_id').where('suffix', 'like', 'xqz%').limit(501);
  const range = world.db
    .selectFrom('user_suffix')
    .select('user_id')
    .where('suffix', '>=', 'xqz')
    .where('suffix', '<', 'xqz~')
    .limit(501);
  expect((await planOf(world, engine === 'sqlite' ? range : word)).join()).toMatch(
    engine === 'sqlite' ? /SEARCH user_suffix USING PRIMARY KEY/ : /"type":"range".*"key":"PRIMARY"/,
  );
  // A table this small is read whole by MariaDB; SQLite decides without its size.
  if (engine === 'mysql') return;
  const sorted = world.db
    .selectFrom('user')
    .selectAll()
    .orderBy('last_name_key')
    .orderBy('first_name_key')
    .orderBy('id')
    .limit(20);
  const plan = (await planOf(world, sorted)).join();
  expect(plan).toContain('user_last_name_key_first_name_key_id_index');
  expect(plan).not.toMatch(/TEMP B-TREE|filesort/i);
});
