import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { verifyFigures, type Compared } from '../../../src/services/insights/index.ts';
import { monthlyStats } from '../../../src/services/insights/queries/monthly-stats.ts';
import { createWorld, type World } from '../../support/world.ts';
import { testClock } from '../../support/clock.ts';
import { makeBusiness, randomFrom } from './figures-data.ts';

/** The first difference of a figure that is not equal: what follows it in both. */
function differenceOf({ figure, isEqual, given, counted }: Compared): string[] {
  if (isEqual) return [];
  const [one, other] = [JSON.stringify(given), JSON.stringify(counted)];
  const at = [...one].findIndex((letter, i) => letter !== other[i]);
  return [`${figure}: ${one.slice(at - 200, at + 60)} / ${other.slice(at - 20, at + 60)}`];
}

/** In Paris the month has turned, in UTC it has not. */
const clock = testClock('2026-11-30T23:30:00.000Z');
let world: World;

beforeAll(async () => {
  world = await createWorld({ clock });
});
afterAll(() => world.close());

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

  // Days of 23 and 25 hours, ends of months and of the year are among the instants.
  test.each([1, 2])('on random data, as of two instants (%i)', async (seed) => {
    await world.run(
      async ({ em }) => void makeBusiness(em, randomFrom(seed), { now: clock.now(), orders: 60 }),
      undefined,
    );
    for (const now of ['2026-11-30T23:30:00.000Z', '2026-10-25T00:30:00.000Z']) {
      clock.set(now);
      const compared = await verifyFigures(world.contextFor());
      expect(compared.map(({ figure }) => figure)).toHaveLength(10);
      expect(compared.flatMap(differenceOf)).toEqual([]);
    }
    clock.set('2026-11-30T23:30:00.000Z');
  });
});
