/** Calendars of Outlook and Microsoft 365, by Microsoft Graph (version 1.0) and OAuth. */
import { z } from 'zod';
import type { Clock } from '../../../kernel/clock.ts';
import { calendarOauth, type CalendarClient, type OauthRules } from '../oauth-client.ts';
import {
  CalendarFailure,
  type CalendarChannel,
  type CalendarConnector,
  type CalendarPlace,
  type FoundCalendar,
} from '../port.ts';
import { calendarOf, graphApi, type GraphApi } from './api.ts';
import { graphChanges } from './changes.ts';
import { putEvent, removeEvent } from './writer.ts';

export interface MicrosoftClient extends CalendarClient {
  /** `common`, `organizations`, `consumers`, or the id of one tenant. */
  readonly tenant: string;
}

/** Calendars of the account itself, not those that others share with it. `offline_access`: else no refresh token comes. */
const rulesOf = (tenant: string): OauthRules => ({
  issuer: `https://login.microsoftonline.com/${tenant}/v2.0`,
  scopes: ['https://graph.microsoft.com/Calendars.ReadWrite'],
  extraScopes: ['profile', 'offline_access'],
  parameters: { prompt: 'select_account' },
});

export function microsoftCalendars(client: MicrosoftClient): CalendarConnector {
  const settings = {
    baseUrl: client.baseUrl ?? 'https://graph.microsoft.com/v1.0',
    timeoutMs: client.timeoutMs ?? 20_000,
  };
  const api = (credentials: Parameters<typeof graphApi>[1]): GraphApi => graphApi(settings, credentials);
  return {
    calendars: (credentials) => listCalendars(api(credentials)),
    changes: (credentials, calendar, since) => graphChanges(api(credentials), calendar, since),
    writer: {
      put: (credentials, calendar, ...[event, written]) => putEvent(api(credentials), calendar, { event, written }),
      remove: (credentials, _calendar, written) => removeEvent(api(credentials), written),
    },
    pusher: {
      watch: (credentials, calendar, channel) =>
        subscribe(api(credentials), calendar, { ...channel, clock: client.clock }),
      unwatch: async (credentials, { id }) => {
        const path = `subscriptions/${encodeURIComponent(id)}`;
        await api(credentials).ask({ method: 'DELETE', path, expected: [404] });
      },
    },
    oauth: calendarOauth(client, rulesOf(client.tenant)),
  };
}

const entry = z.looseObject({
  id: z.string().min(1),
  name: z.string().nullish(),
  canEdit: z.boolean().nullish(),
  isDefaultCalendar: z.boolean().nullish(),
});
const list = z.looseObject({ value: z.array(entry), '@odata.nextLink': z.string().optional() });

const mostPages = 20;

async function listCalendars(api: GraphApi): Promise<readonly FoundCalendar[]> {
  const found: FoundCalendar[] = [];
  const query = new URLSearchParams({ $select: 'id,name,canEdit,isDefaultCalendar', $top: '100' });
  let path: string | undefined = `me/calendars?${query.toString()}`;
  for (let read = 0; read < mostPages && path !== undefined; read += 1) {
    const { body } = await api.ask({ path });
    const page: z.infer<typeof list> | undefined = list.safeParse(body).data;
    if (page === undefined) throw new CalendarFailure('UNREADABLE', 'NO_PAGE');
    found.push(...page.value.map(foundCalendarOf));
    const next: string | undefined = page['@odata.nextLink'];
    path = next !== undefined && api.isOwn(next) ? next : undefined;
  }
  return found;
}

/** The zone of an account is for those who may read its settings, which we do not ask for. */
const foundCalendarOf = ({ id, name, canEdit, isDefaultCalendar }: z.infer<typeof entry>): FoundCalendar => ({
  externalId: id,
  name: name ?? id,
  timeZone: null,
  isWritable: canEdit === true,
  isPrimary: isDefaultCalendar === true,
});

/** The longest that Outlook's events may be subscribed to for certain. */
const longestMinutes = 4_230;

const opened = z.looseObject({ id: z.string().min(1).max(64), expirationDateTime: z.iso.datetime({ offset: true }) });

interface Subscribing {
  readonly token: string;
  readonly url: string;
  readonly clock: Clock;
}

/** Graph chooses the id, and asks the address for a proof before it answers. What becomes of the subscription is sent beside it. */
async function subscribe(
  api: GraphApi,
  { externalId }: CalendarPlace,
  { token, url, clock }: Subscribing,
): Promise<CalendarChannel> {
  const { body } = await api.ask({
    method: 'POST',
    path: 'subscriptions',
    body: {
      changeType: 'created,updated,deleted',
      resource: `/${calendarOf(externalId)}/events`,
      notificationUrl: url,
      lifecycleNotificationUrl: `${url}/lifecycle`,
      expirationDateTime: new Date(clock.now().getTime() + longestMinutes * 60_000).toISOString(),
      clientState: token,
    },
  });
  const subscription = opened.safeParse(body).data;
  if (subscription === undefined) throw new CalendarFailure('UNREADABLE', 'NO_CHANNEL');
  return { id: subscription.id, resource: null, expiresAt: new Date(subscription.expirationDateTime) };
}
