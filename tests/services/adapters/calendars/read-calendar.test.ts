import { expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { readCalendar } from '../../../../src/services/adapters/calendars/ics/read-calendar.ts';
import { readInThread } from '../../../../src/services/adapters/calendars/ics/reader-threads.ts';
import { expected } from '../../../fixtures/calendars/expected.ts';
import { corpusFiles, readOfCorpus } from '../../../fixtures/calendars/read-corpus.ts';

/** `2026-10-05T07/08`, `…T07:30/2026-10-06T01`: what is left out of the end is as in the start. */
function instantsOf(span: string): [string, string] {
  const [from = '', to = ''] = span.split('/');
  const day = from.slice(0, 11);
  const whole = (text: string) => new Date(text.length <= 13 ? `${text}:00Z` : `${text}Z`).toISOString();
  return [whole(from), whole(to.includes('T') ? to : day + to)];
}

test('the corpus is described, all of it', () => {
  expect(corpusFiles().toSorted()).toEqual(Object.keys(expected).toSorted());
  expect(corpusFiles().length).toBeGreaterThanOrEqual(40);
});

for (const [name, { spans, skipped = [], first }] of Object.entries(expected)) {
  test(`corpus: ${name}`, () => {
    const { events, skipped: left } = readOfCorpus(name);
    const occurrences = events
      .flatMap((event) => event.occurrences)
      .toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
    expect(occurrences.map(({ startsAt, endsAt }) => [startsAt.toISOString(), endsAt.toISOString()])).toEqual(
      spans.map(instantsOf),
    );
    expect(left.toSorted()).toEqual(skipped.toSorted());
    if (first) expect(occurrences[0]).toMatchObject(first);
    for (const { occurrences: own } of events) {
      expect(new Set(own.map(({ key }) => key)).size).toBe(own.length);
      expect(own.every(({ key }) => key.length <= 30)).toBe(true);
    }
  });
}

test('the zone of the process changes nothing', () => {
  const program = resolve('tests/fixtures/calendars/read-corpus.ts');
  const env = { ...process.env, TZ: 'America/New_York' };
  const there: unknown = JSON.parse(
    execFileSync(process.execPath, ['--no-warnings', program], { env, encoding: 'utf8' }),
  );
  expect(there).toEqual(JSON.parse(JSON.stringify(corpusFiles().map((name) => [name, readOfCorpus(name)]))));
});

const event = (uid: string) =>
  `BEGIN:VEVENT\r\nUID:${uid}\r\nDTSTART:20261005T080000Z\r\nDTEND:20261005T090000Z\r\nEND:VEVENT\r\n`;
const calendar = (count: number) =>
  `BEGIN:VCALENDAR\r\n${Array.from({ length: count }, (_, index) => event(`e${index}`)).join('')}END:VCALENDAR\r\n`;
const task = (text: string) => ({
  sources: [{ eventId: null, text }],
  timeZone: 'Europe/Paris',
  window: { from: Date.UTC(2026, 9, 1), to: Date.UTC(2026, 10, 1) },
  owner: [],
});

test('what is no calendar, and one of too many events, is refused as a whole', async () => {
  for (const text of ['', '<html></html>', 'BEGIN:VCARD\r\nEND:VCARD'])
    expect(readCalendar(task(text))).toEqual({ failure: 'NO_CALENDAR' });
  expect(readCalendar(task(calendar(100_000)))).toEqual({ failure: 'TOO_MANY_EVENTS' });
  await expect(readInThread(task(calendar(2_001)))).rejects.toMatchObject({
    kind: 'UNREADABLE',
    code: 'TOO_MANY_EVENTS',
  });
});

test('two thousand events are read beside the event loop', async () => {
  const reading = readInThread(task(calendar(2_000)));
  let turns = 0;
  const timer = setInterval(() => turns++, 1);
  const { events } = await reading;
  clearInterval(timer);
  expect(events).toHaveLength(2_000);
  expect(turns).toBeGreaterThan(5);
});
