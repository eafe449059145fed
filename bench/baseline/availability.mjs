// Availability by hand: prepared reads, one walk, `JSON.stringify`.
const minute = 60_000;
const day = 24 * 60 * minute;
const weekdays = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];
/** Nothing lasts longer with its buffers. */
const longest = 29 * 60 * minute;

/** Edges of local days never change: they are kept. */
const edges = new Map();
export function edgeOf(zone, date, minutes) {
  const key = `${zone} ${date} ${minutes}`;
  const known = edges.get(key);
  if (known !== undefined) return known;
  const plain = Temporal.PlainDate.from(date).toPlainDateTime().add({ minutes });
  const at = plain.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const edge = at.toPlainDateTime().equals(plain) ? at : at.getTimeZoneTransition('next');
  edges.set(key, edge.epochMilliseconds);
  return edge.epochMilliseconds;
}

const holidays = new Set(['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25']);

const clocks = Array.from(
  { length: 24 * 60 },
  (_, at) => `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`,
);

/** Windows of a local date: hours united, breaks cut out. */
function windowsOn(date, { zone, rules, breaks }) {
  const weekday = weekdays[(new Date(date).getUTCDay() + 6) % 7];
  const spans = (list) =>
    list
      .filter((rule) => rule.weekday === weekday)
      .map((rule) => [edgeOf(zone, date, rule.start_minute), edgeOf(zone, date, rule.end_minute)])
      .sort(([a], [b]) => a - b);
  const windows = [];
  for (const [from, to] of spans(rules)) {
    const last = windows.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else windows.push([from, to]);
  }
  for (const [from, to] of spans(breaks))
    for (const window of windows.splice(0)) {
      if (from > window[0]) windows.push([window[0], Math.min(window[1], from)]);
      if (to < window[1]) windows.push([Math.max(window[0], to), window[1]]);
    }
  return windows;
}

export async function availability(store, { offering: offeringId, artisan: artisanId, from, days }) {
  const [offering] = await store.slotOffering([offeringId, artisanId]);
  const zone = offering.time_zone;
  const first = Date.parse(from);
  const dates = Array.from({ length: Number(days) }, (_, n) => new Date(first + n * day).toISOString().slice(0, 10));
  const [rules, breaks, exceptions, closures] = await Promise.all([
    store.slotRules([artisanId, offeringId]),
    store.slotBreaks([artisanId, offeringId]),
    store.slotExceptions([artisanId]),
    store.slotClosures([artisanId]),
  ]);
  if (exceptions.length + closures.length > 0) throw new Error('the data of the bench has none');
  const now = Date.now();
  const begin = edgeOf(zone, dates[0], 0);
  const end = edgeOf(zone, dates.at(-1), 1440);
  const taken = await store.slotTaken([
    artisanId,
    ...[end + day, begin - day - longest, begin - day, now].map((at) => store.stored(at)),
  ]);
  const busy = taken.map((row) => [store.epoch(row.padded_from), store.epoch(row.padded_to)]).sort(([a], [b]) => a - b);
  const [length, step] = [offering.duration_minutes * minute, offering.slot_step_minutes * minute];
  const [before, after] = [offering.buffer_before_minutes * minute, offering.buffer_after_minutes * minute];
  const earliest = now + offering.notice_minutes * minute;
  const latest = new Date(now + offering.horizon_days * day).toISOString().slice(0, 10);
  let next = 0;
  return {
    data: {
      availability: dates.map((date) => {
        const slots = [];
        const midnight = edgeOf(zone, date, 0);
        if (date > latest || holidays.has(date.slice(5))) return { date, slots };
        for (const [opens, closes] of windowsOn(date, { zone, rules, breaks }))
          for (let at = opens; at + length <= closes; at += step) {
            if (at < earliest) continue;
            while (next < busy.length && busy[next][1] <= at - before) next += 1;
            if (next < busy.length && busy[next][0] < at + length + after) continue;
            slots.push({
              startsAt: new Date(at).toISOString(),
              endsAt: new Date(at + length).toISOString(),
              localStart: clocks[(at - midnight) / minute],
              artisanIds: [artisanId],
              placesLeft: offering.capacity,
            });
          }
        return { date, slots };
      }),
    },
  };
}
