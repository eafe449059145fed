/** Availability as it is stored and asked: the check of one time and the times beside it, then the API. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { BusyBlock } from '../../../../src/entities/calendars/busy-block.entity.ts';
import { CalendarConnection } from '../../../../src/entities/calendars/calendar-connection.entity.ts';
import { ConnectedCalendar } from '../../../../src/entities/calendars/connected-calendar.entity.ts';
import { BreakRule, Closure, OpeningException } from '../../../../src/entities/scheduling/opening.entity.ts';
import { OfferingArtisan } from '../../../../src/entities/scheduling/offering.entity.ts';
import { anonymous } from '../../../../src/services/access/actor.ts';
import { fingerprint, newId, newSecret } from '../../../../src/services/kernel/ids.ts';
import type { Tx } from '../../../../src/services/platform/context.ts';
import { writing } from '../../../../src/services/platform/orm/values.ts';
import { alternativesTo, slotRefusals } from '../../../../src/services/scheduling/availability/check-slot.ts';
import { dayMs } from '../../../../src/services/scheduling/availability/local-days.ts';
import { testClock } from '../../../support/clock.ts';
import { openTestEnvironment, type AppEnvironment } from '../../../support/environment.ts';
import { makeArtisan, makeBooking, makeOpening } from '../../../support/make/scheduling.ts';
import { changeExternalTime } from '../../../../src/services/scheduling/index.ts';
import { occupy } from '../../../../src/services/scheduling/occupancy/occupy.ts';
import { person } from '../../orders/orders-fixture.ts';
import { bruteForceStarts, readClock } from './brute-force.ts';
import { at, hold, makePractice, minutesAfter, storeWorld, take, type Practice } from './practice-fixture.ts';
import { randomWorld } from './random-world.ts';

const start = '2026-11-20T09:00:00Z';
const clock = testClock(start);
let env: AppEnvironment;
beforeAll(async () => {
  env = await openTestEnvironment({ isServed: false, clock });
});
afterAll(() => env.close());

const practice = (...facts: Parameters<typeof makePractice> extends [unknown, ...infer F] ? F : never) =>
  makePractice(env, ...facts);
const add = (work: (em: Tx<'em'>['em']) => unknown): Promise<void> =>
  env.run(async ({ em }: Tx<'em'>) => void work(em), undefined);

const asked = ({ artisan, offering }: Practice, startsAt: string, ignoring: readonly string[] = []) => ({
  ...{ offeringId: offering.id, artisanId: artisan.id, startsAt: at(startsAt), now: clock.now(), ignoring },
});
const reasons = async (of: Practice, startsAt: string, ignoring: readonly string[] = []): Promise<string[]> =>
  (await slotRefusals(env.db, asked(of, startsAt, ignoring))).map(({ reason }) => reason);
const others = async (of: Practice, startsAt: string): Promise<string[]> =>
  (await alternativesTo(env.db, asked(of, startsAt))).map((time) => time.toISOString());

describe('one time', () => {
  test('what is stored decides: rules, breaks, exceptions, closures of dates and of instants, holidays', async () => {
    const one = await practice();
    await add((em) => {
      const artisan = one.artisan.id;
      em.create(BreakRule, { artisan, weekday: 'MONDAY', startMinute: 720, endMinute: 780 });
      em.create(BreakRule, { artisan, weekday: 'MONDAY', startMinute: 540, endMinute: 600, offering: one.offering.id });
      em.create(OpeningException, {
        artisan,
        localDate: '2026-12-25',
        windows: [{ startMinute: 600, endMinute: 720 }],
      });
      em.create(Closure, { artisan, fromOn: '2026-12-15', untilOn: '2026-12-16' });
      em.create(Closure, { artisan, fromAt: at('2026-12-17T09:00:00Z'), untilAt: at('2026-12-17T10:00:00Z') });
    });
    expect(await reasons(one, '2026-12-14T10:00:00Z')).toEqual([]);
    expect(await reasons(one, '2026-12-14T11:00:00Z')).toEqual(['BREAK']);
    expect(await reasons(one, '2026-12-14T08:00:00Z')).toEqual(['BREAK']);
    expect(await reasons(one, '2026-12-16T10:00:00Z')).toEqual(['CLOSURE']);
    expect(await reasons(one, '2026-12-17T09:00:00Z')).toEqual(['CLOSURE']);
    expect(await reasons(one, '2026-12-25T09:00:00Z')).toEqual([]);
    expect(await reasons(one, '2026-12-25T12:00:00Z')).toEqual(['EXCEPTION']);
    expect(await reasons(one, '2027-01-01T10:00:00Z')).toEqual(['HOLIDAY']);
  });

  test('a booking takes its time until it counts as gone, a hold until it ends', async () => {
    const one = await practice();
    const bookingId = newId();
    await take(env, one.artisan.id, at('2026-12-14T10:00:00Z'), { referenceId: bookingId, bufferAfterMinutes: 15 });
    await take(env, one.artisan.id, at('2026-12-14T13:00:00Z'), { kind: 'HOLD', holdUntil: clock.now() });
    await take(env, one.artisan.id, at('2026-12-14T15:00:00Z'), {
      kind: 'HOLD',
      holdUntil: minutesAfter(clock.now(), 10),
    });
    expect(await reasons(one, '2026-12-14T10:30:00Z')).toEqual(['BOOKED']);
    expect(await reasons(one, '2026-12-14T11:00:00Z')).toEqual(['BUFFER']);
    expect(await reasons(one, '2026-12-14T10:30:00Z', [bookingId])).toEqual([]);
    expect(await reasons(one, '2026-12-14T13:00:00Z')).toEqual([]);
    expect(await reasons(one, '2026-12-14T15:00:00Z')).toEqual(['HELD']);
  });

  test('a full day is one of the offering’s own bookings and holds', async () => {
    const one = await practice({ maxPerDay: 2 });
    const bookingId = newId();
    await add((em) => makeBooking(em, one, { id: bookingId, startsAt: at('2026-12-14T08:00:00Z') }));
    await take(env, one.artisan.id, at('2026-12-14T08:00:00Z'), { referenceId: bookingId });
    await take(env, one.artisan.id, at('2026-12-14T12:00:00Z'));
    expect(await reasons(one, '2026-12-14T10:00:00Z')).toEqual([]);
    const { id } = await hold(env, one, at('2026-12-14T14:00:00Z'), minutesAfter(clock.now(), 10));
    expect(await reasons(one, '2026-12-14T10:00:00Z')).toEqual(['DAILY_LIMIT']);
    expect(await reasons(one, '2026-12-14T10:00:00Z', [id])).toEqual([]);
    expect((await others(one, '2026-12-14T10:00:00Z'))[0]).toBe('2026-12-15T08:00:00.000Z');
  });

  test('three other times follow, over closed weeks too, of any artisan, and within the horizon', async () => {
    const one = await practice({ slotStepMinutes: 60 });
    await take(env, one.artisan.id, at('2026-12-14T16:00:00Z'));
    expect(await others(one, '2026-12-14T14:00:00Z')).toEqual([
      '2026-12-14T15:00:00.000Z',
      '2026-12-15T08:00:00.000Z',
      '2026-12-15T09:00:00.000Z',
    ]);
    await add((em) => {
      em.create(Closure, { artisan: one.artisan.id, fromOn: '2026-12-14', untilOn: '2027-01-10' });
    });
    expect((await others(one, '2026-12-14T14:00:00Z'))[0]).toBe('2027-01-11T08:00:00.000Z');
    expect(await others(one, '2027-02-18T16:00:00Z')).toEqual([]);
    const [first] = await alternativesTo(env.db, { ...asked(one, '2026-12-14T14:00:00Z'), artisanId: null });
    expect(first).toEqual(at('2027-01-11T08:00:00Z'));
  });

  test('within a transaction what it has written counts; what does not exist is refused', async () => {
    const one = await practice({}, { status: 'PAUSED' });
    const found = await env.run(async (tx: Tx<'em' | 'now'>) => {
      const startsAt = at('2026-12-14T10:00:00Z');
      await occupy(tx, {
        ...{ artisanId: one.artisan.id, startsAt, endsAt: minutesAfter(startsAt, 60), kind: 'BOOKING' },
        ...{ bufferBeforeMinutes: 0, bufferAfterMinutes: 0, referenceId: newId() },
      });
      return slotRefusals(writing(tx.em).db, asked(one, '2026-12-14T10:00:00Z'));
    }, undefined);
    expect(found).toMatchObject([{ reason: 'PAUSED' }, { reason: 'BOOKED', taken: { kind: 'BOOKING' } }]);
    expect(await others(one, '2026-12-14T14:00:00Z')).toEqual([]);
    const unknown = { ...asked(one, '2026-12-14T10:00:00Z'), artisanId: newId() };
    await expect(slotRefusals(env.db, unknown)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(alternativesTo(env.db, { ...unknown, offeringId: 'x' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

const visitor = anonymous({ locale: 'fr', address: '192.0.2.1', agent: null });

interface Day {
  readonly date: string;
  readonly slots: readonly {
    readonly startsAt: string;
    readonly endsAt: string;
    readonly localDate: string;
    readonly localStart: string;
    readonly artisanIds: readonly string[];
    readonly placesLeft: number;
  }[];
}

const document = `query($offeringId: ID!, $artisanId: ID, $from: LocalDate, $days: Int! = 31, $timeZone: String, $partySize: Int! = 1, $access: SlotAccessInput) {
  availability(offeringId: $offeringId, artisanId: $artisanId, from: $from, days: $days, timeZone: $timeZone, partySize: $partySize, access: $access) {
    date
    slots { startsAt endsAt localDate localStart artisanIds placesLeft }
  }
}`;

const ask = (variables: Record<string, unknown>) => env.ask(visitor, document, variables);
const daysOf = async (variables: Record<string, unknown>): Promise<readonly Day[]> => {
  const { data, errors } = await ask(variables);
  expect(errors).toEqual([]);
  return (data as { availability: Day[] }).availability;
};
const startsOf = async (variables: Record<string, unknown>): Promise<string[]> =>
  (await daysOf(variables)).flatMap(({ slots }) => slots.map(({ startsAt }) => startsAt));

describe('the API', () => {
  test('answers local days of the artisan, or of the zone that is asked for: the same instants', async () => {
    const { offering, artisan } = await practice({ slotStepMinutes: 240, capacity: 3 });
    const asked = { offeringId: offering.id, from: '2026-12-24', days: 2 };
    const [eve, christmas] = (await daysOf(asked)) as [Day, Day];
    expect(christmas).toEqual({ date: '2026-12-25', slots: [] });
    expect(eve.slots).toEqual(
      ['08', '12', '16'].map((hour) => ({
        startsAt: `2026-12-24T${hour}:00:00.000Z`,
        endsAt: `2026-12-24T${String(Number(hour) + 1).padStart(2, '0')}:00:00.000Z`,
        localDate: '2026-12-24',
        localStart: `${String(Number(hour) + 1).padStart(2, '0')}:00`,
        ...{ artisanIds: [artisan.id], placesLeft: 3 },
      })),
    );
    const far = await daysOf({ ...asked, timeZone: 'Pacific/Apia' });
    expect(far.map(({ date, slots }) => [date, ...slots.map(({ localStart }) => localStart)])).toEqual([
      ['2026-12-24', '01:00', '05:00', '21:00'],
      ['2026-12-25', '01:00', '05:00'],
    ]);
    expect(far[0]?.slots[2]?.startsAt).toBe('2026-12-24T08:00:00.000Z');
  });

  test('begins today unless a day is said, after the notice, and goes as far as the horizon', async () => {
    const { offering } = await practice({ noticeMinutes: 120, horizonDays: 3 });
    const days = await daysOf({ offeringId: offering.id, days: 62 });
    expect(days).toHaveLength(62);
    expect(days[0]?.date).toBe('2026-11-20');
    expect(days[0]?.slots[0]?.startsAt).toBe('2026-11-20T11:00:00.000Z');
    expect(days.filter(({ slots }) => slots.length > 0).map(({ date }) => date)).toEqual(
      ['20', '21', '22', '23'].map((day) => `2026-11-${day}`),
    );
    expect(await startsOf({ offeringId: offering.id, from: '2026-01-01', days: 62 })).toEqual([]);
    expect(await startsOf({ offeringId: offering.id, from: '2999-12-31', days: 62 })).toEqual([]);
  });

  test('unites the artisans of an offering, and says who is free', async () => {
    const one = await practice({ slotStepMinutes: 60, assignment: 'ANY' });
    const second = newId();
    await add((em) => {
      const artisan = makeArtisan(em, { id: second });
      em.create(OfferingArtisan, { offering: one.offering.id, artisan });
      makeOpening(em, artisan, { startMinute: 600, endMinute: 720 });
      em.create(OfferingArtisan, { offering: one.offering.id, artisan: makeArtisan(em, { status: 'PAUSED' }) });
    });
    await take(env, one.artisan.id, at('2026-12-14T10:00:00Z'));
    const [day] = await daysOf({ offeringId: one.offering.id, from: '2026-12-14', days: 1 });
    expect(day?.slots.slice(0, 4).map(({ localStart, artisanIds }) => [localStart, artisanIds])).toEqual([
      ['09:00', [one.artisan.id]],
      ['10:00', [one.artisan.id, second]],
      ['11:00', [second]],
      ['12:00', [one.artisan.id]],
    ]);
    expect(
      await startsOf({ offeringId: one.offering.id, artisanId: second, from: '2026-12-14', days: 1 }),
    ).toHaveLength(2);
  });

  test('shows whoever has a booking or a hold its own time as free, and nobody else', async () => {
    const one = await practice({ slotStepMinutes: 15 });
    const [bookingId, token] = [newId(), newSecret()];
    const startsAt = at('2026-12-14T10:00:00Z');
    await add((em) =>
      makeBooking(em, one, { id: bookingId, startsAt, manageHash: fingerprint(token), publicCode: 'AC-7K2M9P' }),
    );
    await take(env, one.artisan.id, startsAt, { referenceId: bookingId });
    const kept = await hold(env, one, at('2026-12-14T13:00:00Z'), minutesAfter(clock.now(), 10));
    const free = async (access: object | null, time: string): Promise<boolean> =>
      (await startsOf({ offeringId: one.offering.id, from: '2026-12-14', days: 1, access })).includes(time);
    const [quarterLater, heldTime] = ['2026-12-14T10:15:00.000Z', '2026-12-14T13:00:00.000Z'];
    expect(await free(null, quarterLater)).toBe(false);
    expect(await free({ code: ' ac 7k2m9p', token }, quarterLater)).toBe(true);
    expect(await free({ code: 'AC-7K2M9Q', token }, quarterLater)).toBe(false);
    expect(await free({ code: 'AC-7K2M9P', token: newSecret() }, quarterLater)).toBe(false);
    expect(await free({ token }, quarterLater)).toBe(false);
    expect(await free({ holdToken: kept.token }, heldTime)).toBe(true);
    expect(await free({ holdToken: newSecret() }, heldTime)).toBe(false);
    clock.set(minutesAfter(clock.now(), 10));
    expect(await free(null, heldTime)).toBe(true);
    clock.set(start);
  });

  test('refuses what is asked wrongly by its field, and what cannot be booked by its code', async () => {
    const one = await practice({ capacity: 2 });
    const offeringId = one.offering.id;
    const refusal = async (variables: Record<string, unknown>) => {
      const { errors, codes } = await ask({ offeringId, ...variables });
      const { details } = errors[0]?.extensions as { details?: { fields?: { path: string }[] } };
      return [codes[0], details?.fields?.[0]?.path];
    };
    expect(await refusal({ days: 366 })).toEqual(['INPUT_INVALID', 'days']);
    expect(await refusal({ days: 0 })).toEqual(['INPUT_INVALID', 'days']);
    expect(await refusal({ timeZone: 'Mars/Olympus' })).toEqual(['INPUT_INVALID', 'timeZone']);
    expect(await refusal({ timeZone: '+02:00' })).toEqual(['INPUT_INVALID', 'timeZone']);
    expect(await refusal({ from: '9999-12-31' })).toEqual(['INPUT_INVALID', 'from']);
    expect(await refusal({ partySize: 0 })).toEqual(['INPUT_INVALID', 'partySize']);
    expect(await refusal({ partySize: 3 })).toEqual(['CAPACITY_EXCEEDED', 'partySize']);
    expect(await refusal({ offeringId: newId() })).toEqual(['NOT_FOUND', undefined]);
    expect(await refusal({ offeringId: 'x' })).toEqual(['NOT_FOUND', undefined]);
    expect(await refusal({ artisanId: newId() })).toEqual(['NOT_FOUND', undefined]);
    const archived = await practice({ status: 'ARCHIVED' });
    const paused = await practice({}, { status: 'PAUSED' });
    for (const { offering } of [archived, paused])
      expect(await refusal({ offeringId: offering.id })).toEqual(['OFFERING_UNAVAILABLE', undefined]);
  });

  test('finds the first time within the horizon', async () => {
    const one = await practice({ horizonDays: 60 });
    await add((em) => em.create(Closure, { artisan: one.artisan, fromOn: '2026-11-20', untilOn: '2027-01-05' }));
    const first = async (variables: object): Promise<unknown> =>
      (
        await env.ask(
          visitor,
          'query($offeringId: ID!, $timeZone: String) { nextAvailability(offeringId: $offeringId, timeZone: $timeZone) { startsAt localDate localStart } }',
          { ...variables },
        )
      ).data;
    expect(await first({ offeringId: one.offering.id, timeZone: 'america/new_york' })).toEqual({
      nextAvailability: { startsAt: '2027-01-06T08:00:00.000Z', localDate: '2027-01-06', localStart: '03:00' },
    });
    await add((em) => em.create(Closure, { artisan: one.artisan, fromOn: '2027-01-06', untilOn: '2027-01-31' }));
    expect(await first({ offeringId: one.offering.id })).toEqual({ nextAvailability: null });
  });

  test('explains a time to its artisan and to admins; for others there is none', async () => {
    const artisan = await person(env, 'ARTISAN');
    const one = await practice({}, { userId: artisan.id });
    const bookingId = newId();
    await add((em) => makeBooking(em, one, { id: bookingId, startsAt: at('2026-12-14T10:00:00Z') }));
    await take(env, one.artisan.id, at('2026-12-14T10:00:00Z'), { referenceId: bookingId });
    const explained = async (actor: typeof visitor, startsAt: string) => {
      const { data, codes } = await env.ask(
        actor,
        `query($offeringId: ID!, $artisanId: ID!, $startsAt: DateTime!) {
          slotExplanation(offeringId: $offeringId, artisanId: $artisanId, startsAt: $startsAt) { isOffered refusals { reason startsAt bookingId calendarName } }
        }`,
        { offeringId: one.offering.id, artisanId: one.artisan.id, startsAt },
      );
      return codes[0] ?? data['slotExplanation'];
    };
    expect(await explained(artisan.actor, '2026-12-14T14:00:00Z')).toEqual({ isOffered: true, refusals: [] });
    expect(await explained((await person(env, 'ADMIN')).actor, '2026-12-14T10:30:00Z')).toEqual({
      isOffered: false,
      refusals: [{ reason: 'BOOKED', startsAt: '2026-12-14T10:00:00.000Z', bookingId, calendarName: null }],
    });
    const blockId = newId();
    const [from, to] = [at('2026-12-15T10:00:00Z'), at('2026-12-15T11:00:00Z')];
    await env.run(async (tx: Tx<'em' | 'now' | 'emit' | 'publish'>) => {
      const connection = tx.em.create(CalendarConnection, {
        ...{ artisan: one.artisan.id, provider: 'CALDAV', account: 'ana', nextSyncAt: tx.now },
      });
      const calendar = tx.em.create(ConnectedCalendar, {
        ...{ connection, externalHash: fingerprint('a'), externalId: 'a', name: 'Famille', timeZone: 'Europe/Paris' },
        skippedReasons: {},
      });
      tx.em.create(BusyBlock, {
        ...{ id: blockId, calendar, artisanId: one.artisan.id, startsAt: from, endsAt: to },
        ...{ eventHash: fingerprint('b'), occurrence: 'single' },
      });
      await tx.em.flush();
      const added = [{ id: blockId, from, to }];
      await changeExternalTime(tx, { artisanId: one.artisan.id, timeZone: 'Europe/Paris', gone: [], added });
    }, undefined);
    expect(await explained(artisan.actor, '2026-12-15T10:00:00Z')).toMatchObject({
      refusals: [{ reason: 'EXTERNAL', bookingId: null, calendarName: 'Famille' }],
    });
    for (const [extreme, reason] of [
      ['1000-01-02T00:00:00Z', 'NOTICE'],
      ['9999-12-31T23:59:59Z', 'HORIZON'],
    ] as const)
      expect(await explained(artisan.actor, extreme)).toMatchObject({
        refusals: [{ reason }, { reason: 'OUTSIDE_OPENING' }],
      });
    expect(await explained((await person(env, 'ARTISAN')).actor, '2026-12-14T14:00:00Z')).toBe('NOT_FOUND');
    expect(await explained((await person(env, 'CUSTOMER')).actor, '2026-12-14T14:00:00Z')).toBe('FORBIDDEN');
  });

  test('equals the model that asks of every minute, once a practice is stored', async () => {
    for (let seed = 1; seed <= 12; seed += 1) {
      const random = randomWorld(seed);
      const readings = readClock(random.zone, Date.parse(`${random.date}T00:00:00Z`) - 2 * dayMs, 5 * 1_440);
      const { offering } = await storeWorld(env, random);
      clock.set(new Date(random.plan.now));
      const days = await daysOf({ offeringId: offering.id, from: random.date, days: 1 });
      const range = { from: readings.from + dayMs, to: readings.from + 4 * dayMs };
      const dateOf = (instant: number): string =>
        Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(random.zone).toPlainDate().toString();
      const expected = bruteForceStarts(random.plan, readings, range).filter((time) => dateOf(time) === random.date);
      expect([seed, days[0]?.slots.map(({ startsAt }) => startsAt)]).toEqual([
        seed,
        expected.map((time) => new Date(time).toISOString()),
      ]);
    }
    clock.set(start);
  });
});
