// Artisans with their offerings, hours and bookings. The month that is asked for is the same however many bookings there are: what
// grows is the past of every artisan.
import { weekdays } from '../../dist/entities/scheduling/opening.entity.js';
import { createRandom } from './random.mjs';
import { openSink } from './sinks.mjs';

const seed = 20261130;
const minute = 60_000;
const day = 24 * 60 * minute;
const artisans = 50;
const daysAsked = 31;
const perDay = 16;
/** Of the half hours of a day, so many are booked in the month that is asked for. */
export const booked = 12;
const rowsPerBatch = 20_000;

const random = createRandom(seed);
const ids = Array.from({ length: artisans }, (_, index) => ({
  artisan: random.id(seed + index),
  offering: random.id(seed + 100 + index),
}));

/** The artisan and the offering of the question. */
export const asked = ids[0];

/** The first day that is asked for: a week after a day, at midnight of UTC. */
export const firstDayAfter = (now) => Math.floor(now / day) * day + 7 * day;
export const dateOf = (at) => new Date(at).toISOString().slice(0, 10);

/** Half hours from 8:00 UTC on, without the one of lunch. */
const timeOf = (from, slot) => from + (8 * 60 + 30 * (slot < 8 ? slot : slot + 1)) * minute;

/** `[artisan, startsAt]` of each booking: the month of the question first, then the past of everyone, backwards. */
function* bookingsOf({ bookings, firstDay }) {
  let left = bookings;
  for (let n = 0; n < daysAsked * booked && left > 0; n += 1, left -= 1)
    yield [0, timeOf(firstDay + Math.floor(n / booked) * day, (n * 5) % perDay)];
  for (let n = 0; n < left; n += 1) {
    const own = Math.floor(n / artisans);
    yield [n % artisans, timeOf(firstDay - (8 + Math.floor(own / perDay)) * day, own % perDay)];
  }
}

/** Writes the practices, and so many bookings with the times they take. */
export async function writeAppointments(database, { bookings, now }) {
  const sink = await openSink(database);
  const firstDay = firstDayAfter(now);
  await writePractices(sink, now);
  const names = Object.keys(bookingOf(sink, 0, [0, 0], 0).booking);
  const times = Object.keys(bookingOf(sink, 0, [0, 0], 0).occupancy);
  let batch = [];
  const flush = async () => {
    await sink.write(
      'booking',
      names,
      batch.map(({ booking }) => Object.values(booking)),
    );
    await sink.write(
      'occupancy',
      times,
      batch.map(({ occupancy }) => Object.values(occupancy)),
    );
    batch = [];
  };
  let index = 0;
  for (const each of bookingsOf({ bookings, firstDay })) {
    batch.push(bookingOf(sink, index, each, now));
    index += 1;
    if (batch.length === rowsPerBatch) await flush();
  }
  await flush();
  await sink.close();
}

async function writePractices(sink, now) {
  const at = sink.instant(now);
  const write = (table, rows) =>
    sink.write(
      table,
      Object.keys(rows[0]),
      rows.map((row) => Object.values(row)),
    );
  await write(
    'artisan',
    ids.map(({ artisan }, index) => ({
      ...{ id: artisan, created_at: at, version: 1, user_id: null, slug: `artisan-${index}` },
      ...{ display_name: `Artisan ${index}`, email: `artisan-${index}@bench.test`, phone: null },
      ...{ time_zone: 'Europe/Paris', country: 'FR', holiday_region: 'metropole', place: null, bio: null },
      ...{ status: 'PUBLISHED', default_travel_minutes: 30, quiet_from_minute: 1_200, quiet_until_minute: 480 },
    })),
  );
  await write(
    'offering',
    ids.map(({ offering }) => ({
      ...{ id: offering, created_at: at, version: 1, name: 'Réglage', description: null, duration_minutes: 30 },
      ...{ slot_step_minutes: 15, buffer_before_minutes: 0, buffer_after_minutes: 5, notice_minutes: 120 },
      ...{ horizon_days: 60, horizon_working_days: null, price_cents: 6_000, currency: 'EUR', deposit_basis_points: 0 },
      ...{ capacity: 1, max_per_day: null, location_kind: 'AT_ARTISAN', place: null, requires_approval: 0 },
      ...{ approval_hours: 48, assignment: 'CHOSEN', reschedule_until_minutes: 1_440, max_reschedules: 2 },
      ...{ reminders: '[]', position: 0, status: 'ACTIVE' },
    })),
  );
  await write(
    'offering_artisan',
    ids.map(({ artisan, offering }) => ({ offering_id: offering, artisan_id: artisan })),
  );
  const weekly = (artisan, weekday, [from, to]) => ({
    ...{
      id: random.id(now),
      created_at: at,
      version: 1,
      artisan_id: artisan,
      weekday,
      start_minute: from,
      end_minute: to,
    },
    ...{ every_weeks: 1, anchor_on: null, valid_from: null, valid_to: null, offering_id: null },
  });
  const everyDay = (minutes) =>
    ids.flatMap(({ artisan }) => weekdays.slice(0, 6).map((weekday) => weekly(artisan, weekday, minutes)));
  await write('opening_rule', [...everyDay([540, 1_080]), ...everyDay([1_080, 1_140])]);
  await write('break_rule', everyDay([780, 810]));
}

function bookingOf(sink, index, [artisan, startsAt], now) {
  const { artisan: artisanId, offering: offeringId } = ids[artisan];
  const [id, start, end] = [random.id(now), sink.instant(startsAt), sink.instant(startsAt + 30 * minute)];
  const digits = index.toString(32).toUpperCase().padStart(6, '0');
  const base = { id, created_at: sink.instant(now), version: 1, artisan_id: artisanId };
  return {
    booking: {
      ...{ ...base, offering_id: offeringId, public_code: `AC-${digits}`, manage_hash: digits.padStart(64, '0') },
      ...{
        manage_version: 1,
        status: 'CONFIRMED',
        customer_name: 'Claire Dumas',
        customer_email: `c${index % 5_000}@bench.test`,
      },
      ...{ customer_time_zone: 'Europe/Paris', locale: 'fr', party_size: 1, starts_at: start, ends_at: end },
      ...{ duration_minutes: 30, buffer_before_minutes: 0, buffer_after_minutes: 5, offering_name: 'Réglage' },
      ...{ price_cents: 6_000, deposit_basis_points: 0, deposit_cents: 0, currency: 'EUR', notify_by_email: 1 },
      ...{ notify_by_sms: 0, location_kind: 'AT_ARTISAN', answers: '[]', cancellation_tiers: '[]' },
      ...{ reschedule_until_minutes: 1_440, max_reschedules: 2, reschedule_count: 0, sequence: 0, source: 'PUBLIC' },
    },
    occupancy: {
      ...{ ...base, id: random.id(now), kind: 'BOOKING', starts_at: start, ends_at: end },
      ...{ padded_from: start, padded_to: sink.instant(startsAt + 35 * minute), reference_id: id, hold_until: null },
    },
  };
}
