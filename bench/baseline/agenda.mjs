// The agenda by hand: prepared reads, one loop, `JSON.stringify`.
import { edgeOf } from './availability.mjs';

const hour = 3_600_000;
const day = 24 * hour;
/** Nothing lasts longer. */
const longest = 2 * day;

const wait = 15 * 60_000;

/** What an artisan can do now: the bench has confirmed bookings. */
function staffActions({ status, begins }, now) {
  if (status !== 'CONFIRMED') throw new Error('the bench has confirmed bookings');
  if (begins > now) return ['reschedule', 'cancel'];
  return begins + wait > now ? ['reschedule', 'complete'] : ['reschedule', 'complete', 'markNoShow'];
}

/** Clocks change on the hour: the offset of each is kept. */
const offsets = new Map();
function wallOf(zone, at) {
  const key = `${zone} ${Math.floor(at / hour)}`;
  let offset = offsets.get(key);
  if (offset === undefined) {
    offset = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).offsetNanoseconds / 1e6;
    offsets.set(key, offset);
  }
  return new Date(at + offset).toISOString().slice(0, 16);
}

export async function agenda(store, { artisan: artisanId, from, days }) {
  const [{ time_zone: zone, display_name: artisanName }] = await store.agendaArtisan([artisanId]);
  const begin = edgeOf(zone, from, 0);
  const last = new Date(Date.parse(from) + (days - 1) * day).toISOString().slice(0, 10);
  const end = edgeOf(zone, last, 1440);
  const [earliest, first, beyond, now] = [begin - longest, begin, end, Date.now()].map((at) => store.stored(at));
  const [bookings, taken, closures] = await Promise.all([
    store.agendaBookings([artisanId, earliest, beyond, first]),
    store.agendaTaken([artisanId, earliest, beyond, beyond, first, now]),
    store.agendaClosures([artisanId]),
  ]);
  if (taken.length + closures.length > 0) throw new Error('the data of the bench has none');
  return {
    data: {
      agenda: {
        timeZone: zone,
        startsAt: new Date(begin).toISOString(),
        endsAt: new Date(end).toISOString(),
        entries: bookings.map((row) => entryOf(store, row, { zone, artisanName })),
      },
    },
  };
}

function entryOf(store, row, { zone, artisanName }) {
  if (Number(row.deposit_cents) > 0) throw new Error('the data of the bench has no deposits');
  const [startsAt, endsAt] = [store.instant(row.starts_at), store.instant(row.ends_at)];
  return {
    kind: 'BOOKING',
    startsAt,
    endsAt,
    booking: {
      id: row.id,
      code: row.public_code,
      status: row.status,
      staffActions: staffActions({ status: row.status, begins: store.epoch(row.starts_at) }, Date.now()),
      offeringName: row.offering_name,
      artisanName,
      startsAt,
      endsAt,
      localStart: wallOf(zone, store.epoch(row.starts_at)),
      partySize: row.party_size,
      locationKind: row.location_kind,
      customerName: row.customer_name,
      customerEmail: row.customer_email,
      customerPhone: row.customer_phone,
      customerNote: row.customer_note,
      staffNote: row.staff_note,
      source: row.source,
      price: { amount: Number(row.price_cents), currency: row.currency },
      depositStatus: 'NONE',
    },
    closure: null,
  };
}
