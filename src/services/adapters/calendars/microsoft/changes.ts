import { z } from 'zod';
import {
  CalendarFailure,
  type CalendarChanges,
  type CalendarPlace,
  type CalendarWindow,
  type FoundEvent,
} from '../port.ts';
import { calendarOf, eventAt, type GraphApi } from './api.ts';
import { foundEventOf, graphEventIn, leavesToSeries, type GraphEvent } from './events.ts';

const page = z.looseObject({
  value: z.array(z.unknown()),
  '@odata.nextLink': z.string().optional(),
  /** On the last page only; the window is part of it. */
  '@odata.deltaLink': z.string().optional(),
});

const mostPages = 200;

export interface Since {
  readonly syncToken: string | null;
  readonly window: CalendarWindow;
}

/** Everything since the delta link; the whole window without one, and after one that Graph has forgotten. */
export async function graphChanges(api: GraphApi, calendar: CalendarPlace, since: Since): Promise<CalendarChanges> {
  const { syncToken, window } = since;
  const where = { calendar, window };
  const news = syncToken !== null && api.isOwn(syncToken) ? await itemsOf(api, syncToken, [400, 410]) : undefined;
  if (news !== undefined)
    return { isComplete: false, ...(await readItems(api, news.items, where)), syncToken: news.next };
  const bounds = new URLSearchParams({
    startDateTime: window.from.toISOString(),
    endDateTime: window.to.toISOString(),
  });
  const first = `${calendarOf(calendar.externalId)}/calendarView/delta?${bounds.toString()}`;
  const all = await itemsOf(api, first, []);
  if (all === undefined) throw new CalendarFailure('UNREADABLE', 'NO_FIRST_PAGE');
  return { isComplete: true, ...(await readItems(api, all.items, where)), removed: [], syncToken: all.next };
}

interface Items {
  readonly items: readonly unknown[];
  readonly next: string | null;
}

/** All pages. Undefined when the link is good no longer. */
async function itemsOf(api: GraphApi, first: string, expected: readonly number[]): Promise<Items | undefined> {
  const items: unknown[] = [];
  let path = first;
  for (let read = 0; read < mostPages; read += 1) {
    const answer = await api.ask({ path, prefer: 'odata.maxpagesize=200', expected });
    if (answer.status >= 300) return undefined;
    const found = page.safeParse(answer.body).data;
    if (found === undefined) throw new CalendarFailure('UNREADABLE', 'NO_PAGE');
    items.push(...found.value);
    const next = found['@odata.nextLink'];
    if (next === undefined) return { items, next: found['@odata.deltaLink'] ?? null };
    if (!api.isOwn(next)) throw new CalendarFailure('UNREADABLE', 'FOREIGN_PAGE');
    path = next;
  }
  throw new CalendarFailure('UNREADABLE', 'TOO_MANY_PAGES');
}

type Reading = Pick<CalendarChanges, 'events' | 'removed' | 'skipped'>;

/** The last that is said of an event counts. */
async function readItems(
  api: GraphApi,
  items: readonly unknown[],
  where: { readonly calendar: CalendarPlace; readonly window: CalendarWindow },
): Promise<Reading> {
  const said = items.map(graphEventIn);
  const events = said.filter((event) => event !== undefined);
  const masters = await mastersOf(api, events);
  const skipped = said.flatMap((event) => (event === undefined ? ['NO_EVENT'] : []));
  const found = new Map<string, FoundEvent | 'GONE'>();
  for (const event of events) {
    try {
      const master = masters.get(event.seriesMasterId ?? '');
      found.set(event.id, event['@removed'] === undefined ? foundEventOf(event, { ...where, master }) : 'GONE');
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      skipped.push('UNKNOWN_TIME');
    }
  }
  const entries = [...found];
  return {
    events: entries.flatMap(([, event]) => (event === 'GONE' ? [] : [event])),
    removed: entries.flatMap(([id, event]) => (event === 'GONE' ? [id] : [])),
    skipped,
  };
}

const masterFields = 'id,type,subject,isAllDay,isCancelled,showAs,responseStatus';

/** The series of the occurrences that leave to them what they are: most come along, the others are asked for. */
async function mastersOf(api: GraphApi, events: readonly GraphEvent[]): Promise<ReadonlyMap<string, GraphEvent>> {
  const masters = new Map(events.filter(({ type }) => type === 'seriesMaster').map((event) => [event.id, event]));
  const wanted = new Set(events.filter(leavesToSeries).flatMap(({ seriesMasterId }) => seriesMasterId ?? []));
  for (const id of wanted) {
    if (masters.has(id)) continue;
    const { body } = await api.ask({ path: eventAt(id), query: { $select: masterFields }, expected: [404] });
    const master = graphEventIn(body);
    if (master !== undefined) masters.set(id, master);
  }
  return masters;
}
