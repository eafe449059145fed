import { z } from 'zod';
import {
  CalendarFailure,
  type CalendarChanges,
  type CalendarPlace,
  type CalendarWindow,
  type FoundEvent,
} from '../port.ts';
import { eventsOf, type GoogleApi } from './api.ts';
import { eventFields, foundEventOf, googleEventIn, isGone } from './events.ts';

const page = z.looseObject({
  items: z.array(z.unknown()).default([]),
  nextPageToken: z.string().optional(),
  /** On the last page only. */
  nextSyncToken: z.string().optional(),
});

/** These must stay as they were for a token to be good. */
const sameAlways = { singleEvents: 'true', maxResults: '500', maxAttendees: '1' } as const;
const mostPages = 200;

export interface Since {
  readonly syncToken: string | null;
  readonly window: CalendarWindow;
}

/** Everything since the token; the whole window without one, and after one that Google has forgotten. */
export async function googleChanges(api: GoogleApi, calendar: CalendarPlace, since: Since): Promise<CalendarChanges> {
  const { syncToken, window } = since;
  const news = syncToken === null ? undefined : await itemsOf(api, calendar, { syncToken });
  if (news !== undefined)
    return { isComplete: false, ...readItems(news.items, { calendar, window }), syncToken: news.next };
  const bounds = { timeMin: window.from.toISOString(), timeMax: window.to.toISOString() };
  const all = await itemsOf(api, calendar, bounds);
  if (all === undefined) throw new CalendarFailure('UNREADABLE', 'NO_FIRST_PAGE');
  return { isComplete: true, ...readItems(all.items, { calendar, window }), removed: [], syncToken: all.next };
}

interface Items {
  readonly items: readonly unknown[];
  readonly next: string | null;
}

/** All pages. Undefined when the token is good no longer: 410, or 400 for one that is no token. */
async function itemsOf(
  api: GoogleApi,
  { externalId }: CalendarPlace,
  from: Readonly<Record<string, string>>,
): Promise<Items | undefined> {
  const items: unknown[] = [];
  let pageToken: string | undefined;
  for (let read = 0; read < mostPages; read += 1) {
    const answer = await api.ask({
      path: eventsOf(externalId),
      query: {
        ...sameAlways,
        ...from,
        ...(pageToken === undefined ? {} : { pageToken }),
        fields: `nextPageToken,nextSyncToken,items(${eventFields})`,
      },
      expected: 'syncToken' in from ? [400, 410] : [],
    });
    if (answer.status >= 300) return undefined;
    const found = page.safeParse(answer.body).data;
    if (found === undefined) throw new CalendarFailure('UNREADABLE', 'NO_PAGE');
    items.push(...found.items);
    pageToken = found.nextPageToken;
    if (pageToken === undefined) return { items, next: found.nextSyncToken ?? null };
  }
  throw new CalendarFailure('UNREADABLE', 'TOO_MANY_PAGES');
}

type Reading = Pick<CalendarChanges, 'events' | 'removed' | 'skipped'>;

/** The last that is said of an event counts. */
function readItems(
  items: readonly unknown[],
  where: { readonly calendar: CalendarPlace; readonly window: CalendarWindow },
): Reading {
  const found = new Map<string, FoundEvent | 'GONE'>();
  const skipped: string[] = [];
  for (const item of items) {
    const event = googleEventIn(item);
    if (event === undefined) {
      skipped.push('NO_EVENT');
      continue;
    }
    try {
      found.set(event.id, isGone(event) ? 'GONE' : foundEventOf(event, where));
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
