import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import {
  keepDays,
  rebuildDays,
  thresholds,
  verifyFigures,
  type Compared,
} from '../../../src/services/insights/index.ts';
import type { UseCase } from '../../../src/services/platform/context.ts';
import { writing } from '../../../src/services/platform/orm/values.ts';
import { publicStats } from '../../../src/services/insights/queries/public-stats.ts';
import { seedLimits } from '../../../src/services/insights/thresholds/seed-limits.ts';
import { monthlyStats } from '../../../src/services/insights/queries/monthly-stats.ts';
import { engine } from '../../support/database.ts';
import { newId } from '../../../src/services/kernel/ids.ts';
import { makeInvoice } from '../../support/make/invoice.ts';
import { makeOrder } from '../../support/make/order.ts';
import { makePerson } from '../../support/make/person.ts';
import { User } from '../../../src/entities/identity/user.entity.ts';
import { createWorld, type World } from '../../support/world.ts';
import { testClock } from '../../support/clock.ts';
import { makeBusiness, randomFrom } from './figures-data.ts';
import { changesWaiting, lateEvents, makeKnown } from './late-events.ts';

/** The first difference of a figure that is not equal: what follows it in both. */
function differenceOf({ figure, isEqual, given, counted }: Compared): string[] {
  if (isEqual) return [];
  const [one, other] = [JSON.stringify(given), JSON.stringify(counted)];
  const at = [...one].findIndex((letter, i) => letter !== other[i]);
  return [`${figure}: ${one.slice(Math.max(0, at - 60), at + 60)} / ${other.slice(Math.max(0, at - 60), at + 60)}`];
}

/** In Paris the month has turned, in UTC it has not. */
const clock = testClock('2026-11-30T23:30:00.000Z');
let world: World;

beforeAll(async () => {
  world = await createWorld({ clock });
});
afterAll(() => world.close());

const differences = async (): Promise<string[]> => (await verifyFigures(world.contextFor())).flatMap(differenceOf);

describe('every figure equals its brute force', () => {
  test('on nothing at all: zeros, no growth, no month is missing', async () => {
    const compared = await verifyFigures(world.contextFor());
    expect(compared.flatMap(differenceOf)).toEqual([]);
    const months = await monthlyStats(world.contextFor(), { months: 3 });
    expect(months.map(({ bucket, orders, revenue }) => [bucket.startsOn, bucket.isPartial, orders, revenue])).toEqual([
      ['2026-10-01', false, 0, []],
      ['2026-11-01', false, 0, []],
      ['2026-12-01', true, 0, []],
    ]);
  });

  test('days are kept up to yesterday, though the only order has no due date', async () => {
    await world.run(async ({ em }) => {
      const at = new Date('2026-11-20T10:00:00.000Z');
      const customer = makePerson(em, { createdAt: at });
      makeOrder(em, { customer, status: 'PAID', createdAt: at, paidAt: at });
    }, undefined);
    await keepDays(world.contextFor());
    const { through } = await world.db.selectFrom('figure_head').select('through').executeTakeFirstOrThrow();
    expect([through, await differences()]).toEqual(['2026-11-30', []]);
  }, 30_000);

  // Days of 23 and 25 hours, ends of months and of the year are among the instants.
  test.each(engine === 'sqlite' ? [1, 2] : [1])(
    'on random data, as of two instants, from rows and from days that are kept (%i)',
    async (seed) => {
      await world.run(
        async ({ em }) => void makeBusiness(em, randomFrom(seed), { now: clock.now(), orders: 60 }),
        undefined,
      );
      for (const now of ['2026-11-30T23:30:00.000Z', '2026-10-25T00:30:00.000Z']) {
        clock.set(now);
        expect((await verifyFigures(world.contextFor())).map(({ figure }) => figure)).toHaveLength(12);
        expect(await differences()).toEqual([]);
      }
      expect((await publicStats(world.contextFor())).averageRating).toBeGreaterThan(1);
      clock.set('2026-11-30T23:30:00.000Z');
      await keepDays(world.contextFor());
      expect(await differences()).toEqual([]);
      expect(await changesWaiting(world.db)).toBe(0);
    },
  );
});

test('the limit of electronic sales counts the plans of persons elsewhere in the Union, and nothing that was received', async () => {
  await seedLimits(world.contextFor(), undefined);
  await world.run(async ({ em }) => {
    const buyer = makePerson(em);
    const issue = (country: string, kind: string, facts: Partial<Parameters<typeof makeInvoice>[1]> = {}) =>
      makeInvoice(em, {
        ...{ buyer, subjectId: newId(), issuedAt: new Date('2026-06-01T10:00:00.000Z'), subjectType: 'PLAN_PERIOD' },
        ...{ document: { buyer: { kind, postal: { country } } }, ...facts },
      });
    issue('BE', 'PERSON', { grossCents: 2_900 });
    issue('DE', 'PERSON', { grossCents: 900, kind: 'CREDIT_NOTE' });
    issue('FR', 'PERSON');
    issue('BE', 'BUSINESS');
    issue('CH', 'PERSON');
    issue('BE', 'PERSON', { subjectType: 'ORDER' });
  }, undefined);
  const limits = await thresholds(world.contextFor());
  expect(limits.map(({ revenue }) => revenue)).toEqual([{ amount: 2_000, currency: 'EUR' }]);
  expect(await differences()).toEqual([]);
});

describe('days that are kept', () => {
  beforeAll(async () => {
    await world.run(async ({ em }) => makeKnown(em), undefined);
    await keepDays(world.contextFor());
  });

  test('whatever happens to a day that is over is in its figures within the same transaction', async () => {
    for (const [event, happens] of Object.entries(lateEvents)) {
      await world.run(async ({ em }) => {
        const { db } = writing(em);
        await happens(db, em);
        const compared = await verifyFigures({ ...world.contextFor(), db });
        const changes = await changesWaiting(db);
        expect([event, compared.flatMap(differenceOf), changes > 0]).toEqual([event, [], true]);
      }, undefined);
      await keepDays(world.contextFor());
    }
    expect([await differences(), await changesWaiting(world.db)]).toEqual([[], 0]);
  });

  test('days of another time zone do not count: they are computed again, there and back', async () => {
    const inKathmandu = { ...world.contextFor(), config: { ...world.config, TIME_ZONE: 'Asia/Kathmandu' } };
    expect((await verifyFigures(inKathmandu)).flatMap(differenceOf)).toEqual([]);
    await keepDays(inKathmandu);
    expect((await verifyFigures(inKathmandu)).flatMap(differenceOf)).toEqual([]);
    expect(await differences()).toEqual([]);
    await keepDays(world.contextFor());
    expect(await differences()).toEqual([]);
  });

  test('several that keep days at once give one result', async () => {
    await rebuildDays(world.contextFor());
    const before = await world.db.selectFrom('figure_day').selectAll().orderBy('day').execute();
    await world.run(
      async ({ em }) => void makeBusiness(em, randomFrom(3), { now: clock.now(), orders: 10 }),
      undefined,
    );
    await Promise.all([keepDays(world.contextFor()), keepDays(world.contextFor())]);
    expect([await differences(), await changesWaiting(world.db)]).toEqual([[], 0]);
    expect(await world.db.selectFrom('figure_day').selectAll().orderBy('day').execute()).not.toEqual(before);
  });

  test('a kept day that is wrong is found, and mended by a rebuild', async () => {
    await world.db
      .updateTable('figure_day')
      .set({ placed: sql`placed + 1` })
      .where('placed', '>', 0)
      .execute();
    const wrong = (await verifyFigures(world.contextFor())).filter(({ isEqual }) => !isEqual);
    expect(wrong.map(({ figure }) => figure)).toEqual(['dashboard', 'monthlyStats', 'keptDays']);
    await rebuildDays(world.contextFor());
    expect(await differences()).toEqual([]);
  });
});

// The embedded database has one writer, for whom everybody waits.
if (engine === 'mysql')
  test('who changes the same day waits neither for another writer nor for the days that are kept', async () => {
    // An account is counted in a row of its month: not what is looked at here.
    const customer = await world.run(async ({ em }) => makePerson(em, {}), undefined);
    const place: UseCase<'em', undefined, void> = async ({ em }) => {
      makeOrder(em, { customer: em.getReference(User, customer.id), createdAt: new Date('2026-06-01T10:00:00.000Z') });
      await em.flush();
    };
    const [permitted, begun] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()];
    const slow = world.run<'em', undefined, void>(async (tx) => {
      await place(tx, undefined);
      begun.resolve(undefined);
      await permitted.promise;
    }, undefined);
    await begun.promise;
    await world.run(place, undefined);
    await keepDays(world.contextFor());
    expect([await differences(), await changesWaiting(world.db)]).toEqual([[], 0]);
    permitted.resolve(undefined);
    await slow;
    expect([await differences(), await changesWaiting(world.db)]).toEqual([[], 1]);
    await keepDays(world.contextFor());
    expect(await differences()).toEqual([]);
  }, 20_000);
