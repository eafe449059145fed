// A calendar file of 2,000 events, 100 of them series, read for 62 days as each reading of a connected calendar does, in a thread of its
// own; beside the same libraries in a script. Meanwhile the event loop of the product goes on: its delay is measured.
import { strictEqual } from 'node:assert';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import ICAL from 'ical.js';
import { RRuleTemporal } from 'rrule-temporal';
import { readInThread } from '../../dist/services/adapters/calendars/ics/reader-threads.js';
import { median, quantile } from '../lib/stats.mjs';

const [all, series, days] = [2_000, 100, 62];
const [hourMs, dayMs] = [3_600_000, 86_400_000];
const from = Date.parse('2027-03-01T00:00:00Z');
const window = { from, to: from + days * dayMs };

const stamp = (at) => new Date(at).toISOString().replace(/[-:]|\.\d+/g, '');

/** One event begins every three quarters of an hour; the series began a year before and come back on their weekday. */
function calendarFile() {
  const events = Array.from({ length: all }, (_, n) => {
    const isSeries = n < series;
    const at = isSeries ? from - 52 * 7 * dayMs + n * hourMs : from + n * 0.75 * hourMs;
    const rule = isSeries ? 'RRULE:FREQ=WEEKLY\r\n' : '';
    return `BEGIN:VEVENT\r\nUID:${n}@bench\r\nDTSTAMP:20270101T000000Z\r\nDTSTART:${stamp(at)}\r\nDTEND:${stamp(at + hourMs / 2)}\r\n${rule}SUMMARY:Rendez-vous ${n}\r\nEND:VEVENT\r\n`;
  });
  return `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//bench//EN\r\n${events.join('')}END:VCALENDAR\r\n`;
}

/** How many occurrences lie in the window. */
function byHand(text) {
  let count = 0;
  for (const event of new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent')) {
    const start = event.getFirstPropertyValue('dtstart').toJSDate();
    const lasts = event.getFirstPropertyValue('dtend').toJSDate().getTime() - start.getTime();
    const rule = event.getFirstPropertyValue('rrule');
    const isSeen = (at) => at < window.to && at + lasts > window.from;
    if (rule === null) count += isSeen(start.getTime()) ? 1 : 0;
    else
      count += new RRuleTemporal({
        rruleString: `RRULE:${rule.toString()}`,
        dtstart: Temporal.Instant.fromEpochMilliseconds(start.getTime()).toZonedDateTimeISO('UTC'),
        tzid: 'UTC',
        includeDtstart: true,
      })
        .between(new Date(window.from - lasts), new Date(window.to), true)
        .filter(({ epochMilliseconds }) => isSeen(epochMilliseconds)).length;
  }
  return count;
}

async function byProduct(text) {
  const task = { sources: [{ eventId: null, text }], timeZone: 'Europe/Paris', window, owner: [] };
  const { events } = await readInThread(task);
  return events.reduce((count, { occurrences }) => count + occurrences.length, 0);
}

async function timed(count, work) {
  const took = [];
  for (let n = 0; n < count; n += 1) {
    const begun = performance.now();
    await work();
    took.push(performance.now() - begun);
  }
  return took;
}

const figuresOf = (some) => ({
  p50: median(some),
  p99: quantile(some, 0.99),
  cpu: NaN,
  perSecond: 1_000 / median(some),
});

export const calendarImportWork = {
  name: 'calendar-import',
  title: 'Calendar import: 2,000 events, 100 series, 62 days; baseline: the same libraries in a script',
  // The database has no part in it.
  engines: ['sqlite'],
  targets: { ratio: { atLeast: 0.5 }, loopDelay: { atMost: 20 } },
  async run(_place, { rounds }) {
    const text = calendarFile();
    strictEqual(await byProduct(text), byHand(text));
    const took = { baseline: [], product: [] };
    const delay = monitorEventLoopDelay({ resolution: 1 });
    for (let round = 0; round < rounds; round += 1) {
      took.baseline.push(...(await timed(5, () => byHand(text))));
      delay.enable();
      took.product.push(...(await timed(5, () => byProduct(text))));
      delay.disable();
    }
    const figures = { baseline: figuresOf(took.baseline), product: figuresOf(took.product) };
    return {
      ...figures,
      ratio: figures.product.perSecond / figures.baseline.perSecond,
      loopDelay: delay.percentile(99) / 1e6,
    };
  },
};
