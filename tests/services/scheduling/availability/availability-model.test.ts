// @lane sqlite: arithmetic of dates, without a database.
/** Availability equals a model that asks of every minute, in random practices around every clock change of 2026 and 2027. */
import { afterAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dayMs } from '../../../../src/services/scheduling/availability/local-days.ts';
import { refusalsOf } from '../../../../src/services/scheduling/availability/refusals.ts';
import { offeredStarts } from '../../../../src/services/scheduling/availability/slots.ts';
import { slotFrom } from '../../../../src/services/scheduling/availability/slots-by-day.ts';
import { bruteForceStarts, readClock, type Readings } from './brute-force.ts';
import { places, randomWorld, zones, type Place } from './random-world.ts';

const readings = new Map<string, Readings>();
const visited = new Map<string, number>();

/** From two days before a date to three days after it, read once for each place. */
function readingsOf({ zone, date }: Place): Readings {
  const key = `${zone} ${date}`;
  const known = readings.get(key) ?? readClock(zone, Date.parse(`${date}T00:00:00Z`) - 2 * dayMs, 5 * 1_440);
  readings.set(key, known);
  return known;
}

const written = (starts: readonly number[]): string[] => starts.map((at) => new Date(at).toISOString());

function agree(seed: number): void {
  const { plan, dice, ...place } = randomWorld(seed);
  const clock = readingsOf(place);
  const range = {
    from: clock.from + dayMs + 60_000 * dice.below(720),
    to: clock.from + 4 * dayMs - 60_000 * dice.below(720),
  };
  const expected = bruteForceStarts(plan, clock, range);
  expect(written(offeredStarts(plan, range))).toEqual(written(expected));
  visited.set(`${place.zone} ${place.date}`, (visited.get(`${place.zone} ${place.date}`) ?? 0) + expected.length);
  const offered = new Set(expected);
  const asked = Array.from({ length: 8 }, () => range.from + 300_000 * dice.below(576));
  for (const start of [...expected.slice(0, 4), ...asked].filter((at) => at < range.to))
    expect([start, refusalsOf(plan, { start, partySize: 1 }).length === 0]).toEqual([start, offered.has(start)]);
  for (const start of expected.slice(-2)) {
    const zone = dice.one(zones);
    const local = Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(zone);
    const { localDate, localStart } = slotFrom({ start, artisanIds: [] }, { zone, offering: plan.offering });
    expect(`${localDate}T${localStart}`).toBe(local.toPlainDateTime().toString({ smallestUnit: 'minute' }));
  }
}

/** A counterexample is the seed of its world: `agree(seed)` shows it again. */
const worlds = (options: fc.Parameters<[number]>): void =>
  fc.assert(
    fc.property(fc.nat(), (seed) => agree(seed)),
    { numRuns: 1_000, endOnFailure: true, ...options },
  );

test('a thousand practices that are always the same', () => worlds({ seed: 20_261_130 }));

test('others that are new each time', () => worlds({ numRuns: process.env['STORM'] === 'full' ? 1_000 : 200 }));

afterAll(() => {
  const empty = places.map(({ zone, date }) => `${zone} ${date}`).filter((place) => (visited.get(place) ?? 0) === 0);
  expect(empty).toEqual([]);
});
