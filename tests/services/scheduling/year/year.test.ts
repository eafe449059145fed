// @lane sqlite: one thing after the other, so that no engine decides anything. `STORM=full`: a year, some 6,000 bookings.
/** A time of three artisans, hour by hour: agenda, reminders and money equal what a model says at every midnight. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readAgenda } from '../../../../src/services/scheduling/practice/queries/agenda.ts';
import { instantFrom } from '../../../../src/services/platform/orm/values.ts';
import { DAY, HOUR, MINUTE } from '../../../support/clock.ts';
import { person } from '../../../support/make/actor.ts';
import { chance } from '../availability/random-world.ts';
import { book, cancel, halfAnHour, missed, move, openPractice, zones, type Practice } from './practice.ts';

const isFull = process.env['STORM'] === 'full';
/** The short one is about the spring of Paris, on 2027-03-28. */
const [begin, days] = isFull ? (['2026-12-01T00:00:00Z', 365] as const) : (['2027-03-25T00:00:00Z', 6] as const);

let practice: Practice;
beforeAll(async () => {
  practice = await openPractice(begin);
});
afterAll(() => practice.world.close());

const dice = chance(isFull ? Date.now() : 20_270_328);
const doings = [book, book, book, book, move, move, cancel, missed];

/** What the product says at this hour, to be compared with the model. */
async function said({ world, artisanIds }: Practice) {
  const ctx = world.readContext(person('ADMIN'));
  const agendas = [];
  for (const [artisan, artisanId] of artisanIds.entries()) {
    const from = Temporal.Instant.fromEpochMilliseconds(ctx.now.getTime()).toZonedDateTimeISO(zones[artisan] as string);
    const agenda = await readAgenda(ctx, {
      artisanId,
      from: from.subtract({ days: 3 }).toPlainDate().toString(),
      days: 20,
    });
    agendas.push({
      ...{ artisan, from: agenda.startsAt.getTime(), to: agenda.endsAt.getTime() },
      bookings: agenda.entries.map(
        ({ booking, startsAt }) => `${booking?.id} ${startsAt.toISOString()} ${booking?.status}`,
      ),
    });
  }
  const reminders = await world.db
    .selectFrom('booking_reminder')
    .select(['booking_id as id', 'starts_at as startsAt'])
    .where('status', '=', 'SENT')
    .execute();
  const payments = await world.db
    .selectFrom('payment')
    .select('amount_cents as cents')
    .where('paid_at', 'is not', null)
    .execute();
  const refunds = await world.db
    .selectFrom('refund')
    .select('amount_cents as cents')
    .where('status', '=', 'SUCCEEDED')
    .execute();
  const sum = (rows: readonly { cents: number | string }[]): number =>
    rows.reduce((all, { cents }) => all + Number(cents), 0);
  return {
    agendas,
    sent: new Set(reminders.map(({ id, startsAt }) => `${id}@${instantFrom(startsAt).getTime()}`)),
    money: { taken: sum(payments), refunded: sum(refunds) },
  };
}

test(`${days} days of three artisans`, async () => {
  const { world, model } = practice;
  const end = new Date(begin).getTime() + days * DAY;
  while (world.clock.now().getTime() < end) {
    if (dice.below(5) > 1) {
      world.clock.advance(dice.below(9) * MINUTE);
      await dice.one(doings)(practice, dice);
    }
    await halfAnHour(practice);
    const now = world.clock.now().getTime();
    if (now % DAY !== 0 && (now + 30 * MINUTE) % (12 * HOUR) !== 0) continue;
    const { agendas, sent, money } = await said(practice);
    for (const { artisan, from, to, bookings } of agendas) expect(bookings).toEqual(model.agenda(artisan, from, to));
    expect([...sent].sort()).toEqual([...model.sent].sort());
    expect(money).toEqual(model.money());
    expect(await world.faults()).toEqual([]);
  }
  expect(model.sent.size).toBeGreaterThan(days);
  expect(model.money().refunded).toBeGreaterThan(0);
}, 3_600_000);
