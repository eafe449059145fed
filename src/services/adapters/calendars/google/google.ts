/** Google Calendar, by its API (version 3) and OAuth. */
import { z } from 'zod';
import { timeZoneNamed } from '../../../kernel/time-zone.ts';
import { calendarOauth, type CalendarClient, type OauthRules } from '../oauth-client.ts';
import {
  CalendarFailure,
  type CalendarChannel,
  type CalendarConnector,
  type CalendarPlace,
  type FoundCalendar,
} from '../port.ts';
import { eventsOf, googleApi, type GoogleApi } from './api.ts';
import { googleChanges } from './changes.ts';
import { putEvent, removeEvent } from './writer.ts';

/** The least that Google offers: which calendars there are, and their events. Offline, with consent: else no refresh token comes. */
const rules: OauthRules = {
  issuer: 'https://accounts.google.com',
  scopes: [
    'https://www.googleapis.com/auth/calendar.calendarlist.readonly',
    'https://www.googleapis.com/auth/calendar.events',
  ],
  extraScopes: [],
  parameters: { access_type: 'offline', prompt: 'consent select_account' },
};

export function googleCalendars(client: CalendarClient): CalendarConnector {
  const settings = {
    baseUrl: client.baseUrl ?? 'https://www.googleapis.com/calendar/v3',
    timeoutMs: client.timeoutMs ?? 20_000,
  };
  const api = (credentials: Parameters<typeof googleApi>[1]): GoogleApi => googleApi(settings, credentials);
  return {
    calendars: (credentials) => listCalendars(api(credentials)),
    changes: (credentials, calendar, since) => googleChanges(api(credentials), calendar, since),
    writer: {
      put: (credentials, calendar, ...[event, written]) => putEvent(api(credentials), calendar, { event, written }),
      remove: (credentials, calendar, written) => removeEvent(api(credentials), calendar, written),
    },
    pusher: {
      watch: (credentials, calendar, channel) => watch(api(credentials), calendar, channel),
      unwatch: async (credentials, { id, resource }) => {
        const body = { id, resourceId: resource };
        await api(credentials).ask({ method: 'POST', path: 'channels/stop', body, expected: [404] });
      },
    },
    oauth: calendarOauth(client, rules),
  };
}

const entry = z.looseObject({
  id: z.string().min(1),
  summary: z.string().nullish(),
  summaryOverride: z.string().nullish(),
  timeZone: z.string().nullish(),
  accessRole: z.string().nullish(),
  primary: z.boolean().nullish(),
});
const list = z.looseObject({ items: z.array(entry).default([]), nextPageToken: z.string().optional() });

const listFields = 'nextPageToken,items(id,summary,summaryOverride,timeZone,accessRole,primary)';
const mostPages = 20;

async function listCalendars(api: GoogleApi): Promise<readonly FoundCalendar[]> {
  const found: FoundCalendar[] = [];
  let pageToken: string | undefined;
  for (let read = 0; read < mostPages; read += 1) {
    const query = { maxResults: '250', minAccessRole: 'reader', fields: listFields };
    const path = 'users/me/calendarList';
    const { body } = await api.ask({ path, query: pageToken === undefined ? query : { ...query, pageToken } });
    const page = list.safeParse(body).data;
    if (page === undefined) throw new CalendarFailure('UNREADABLE', 'NO_PAGE');
    found.push(...page.items.map(foundCalendarOf));
    pageToken = page.nextPageToken;
    if (pageToken === undefined) break;
  }
  return found;
}

const foundCalendarOf = (of: z.infer<typeof entry>): FoundCalendar => ({
  externalId: of.id,
  name: of.summaryOverride ?? of.summary ?? of.id,
  timeZone: timeZoneNamed(of.timeZone ?? '') ?? null,
  isWritable: of.accessRole === 'owner' || of.accessRole === 'writer',
  isPrimary: of.primary === true,
});

const weekSeconds = 7 * 86_400;
const opened = z.looseObject({ resourceId: z.string().nullish(), expiration: z.coerce.number().int().positive() });

async function watch(
  api: GoogleApi,
  { externalId }: CalendarPlace,
  { id, token, url }: { readonly id: string; readonly token: string; readonly url: string },
): Promise<CalendarChannel> {
  const { body } = await api.ask({
    method: 'POST',
    path: `${eventsOf(externalId)}/watch`,
    body: { id, type: 'web_hook', address: url, token, params: { ttl: String(weekSeconds) } },
  });
  const channel = opened.safeParse(body).data;
  if (channel === undefined) throw new CalendarFailure('UNREADABLE', 'NO_CHANNEL');
  return { id, resource: channel.resourceId ?? null, expiresAt: new Date(channel.expiration) };
}
