/**
 * Google Calendar, as far as we use it: every request and every answer is checked against Google's own description, with unknown
 * properties refused. It keeps events, gives pages, and a sync token on the last page only.
 */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { calendarProvider, type ApiReply, type ApiRequest, type Json } from './calendar-provider.ts';

const path = resolve('../shared/contracts/google-calendar/calendar-v3.npm-20.0.1.schema.json');

interface Schema {
  readonly $defs: Record<string, { properties?: Record<string, Json>; additionalProperties?: unknown }>;
}

export interface GoogleContract {
  /** What is wrong with a value, by the definition of that name: `Schema$Event`. */
  check(name: string, value: unknown): string[];
  /** The query of a request, with numbers and booleans as the definition wants them. */
  typed(name: string, query: URLSearchParams): Json;
}

let known: GoogleContract | undefined;

/** Google's description, read once for all files of a process; undefined when it is not on this machine. */
export const googleContract = (): GoogleContract | undefined => (known ??= readContract());

function readContract(): GoogleContract | undefined {
  if (!existsSync(path)) return undefined;
  const schema = JSON.parse(readFileSync(path, 'utf8')) as Schema;
  closeObjects(schema.$defs);
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  ajv.addSchema(schema, 'google');
  const nameOf = (name: string): string => `v3:calendar_v3.${name}`;
  return {
    check(name, value) {
      const validate = ajv.getSchema(`google#/$defs/${encodeURIComponent(nameOf(name))}`);
      if (validate === undefined) throw new Error(`No ${name} in the contract`);
      return validate(value)
        ? []
        : (validate.errors ?? []).map(
            ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
          );
    },
    typed(name, query) {
      const properties = schema.$defs[nameOf(name)]?.properties ?? {};
      return Object.fromEntries([...query].map(([key, text]) => [key, typedAs(properties[key]?.['type'], text)]));
    },
  };
}

/** Every object with named properties has no others. */
function closeObjects(value: unknown): void {
  if (value === null || typeof value !== 'object') return;
  const object = value as Json;
  if (object['type'] === 'object' && Object.keys((object['properties'] ?? {}) as Json).length > 0)
    object['additionalProperties'] ??= false;
  Object.values(object).forEach(closeObjects);
}

const typedAs = (type: unknown, text: string): unknown =>
  type === 'boolean' ? text === 'true' : type === 'number' ? Number(text) : text;

interface Stored extends Json {
  readonly id: string;
}

/** What a deleted event, or an occurrence that was taken out of its series, is in the answers. */
const goneOf = ({ id, recurringEventId, originalStartTime }: Json): Json => ({
  id,
  status: 'cancelled',
  ...(recurringEventId === undefined ? {} : { recurringEventId, originalStartTime }),
});

export async function googleCalendarServer() {
  const contract = googleContract();
  const calendars: Json[] = [
    { id: 'ana@exemple.fr', summary: 'Ana', timeZone: 'Europe/Paris', accessRole: 'owner', primary: true },
  ];
  const events = new Map<string, Stored & { calendarId: string; changed: number; number: number }>();
  const channels: Json[] = [];
  const stopped: Json[] = [];
  const settings = { pageSize: 250, oldestToken: 0 };
  let changes = 0;

  const check = (name: string, value: unknown): string[] => contract?.check(name, value) ?? [];
  const refuse = (status: number, reason: string): ApiReply => ({
    status,
    body: { error: { code: status, message: reason, errors: [{ domain: 'global', reason, message: reason }] } },
  });
  /** Refuses what the description does not know, of the query and of the body. */
  const checked = (name: string, { query, body }: ApiRequest, rest: Json, work: () => ApiReply): ApiReply => {
    const requestBody = Object.keys(body).length === 0 ? {} : { requestBody: body };
    const wrong = check(`Params$Resource$${name}`, {
      ...contract?.typed(`Params$Resource$${name}`, query),
      ...rest,
      ...requestBody,
    });
    return wrong.length > 0 ? refuse(400, wrong.join('; ')) : work();
  };
  const reply = (name: string, body: Json): ApiReply => {
    const wrong = check(`Schema$${name}`, body);
    return wrong.length > 0 ? refuse(500, `the fake answers wrongly: ${wrong.join('; ')}`) : { status: 200, body };
  };
  const shown = ({ calendarId: _calendar, changed: _changed, number, ...event }: Json): Json =>
    event['status'] === 'cancelled' ? goneOf(event) : { ...event, etag: `"${String(number)}"` };

  const store = (calendarId: string, event: Stored): void => {
    changes += 1;
    const number = (events.get(event.id)?.number ?? 0) + 1;
    events.set(event.id, { ...event, calendarId, changed: changes, number });
  };

  const isIn = (event: Json, query: URLSearchParams): boolean => {
    const [start, end] = (['start', 'end'] as const).map((name) => Object(event[name]) as Json);
    const at = (point: Json | undefined): number => Date.parse(String(point?.['dateTime'] ?? point?.['date']));
    return at(end) > Date.parse(query.get('timeMin') ?? '') && at(start) < Date.parse(query.get('timeMax') ?? '');
  };
  const list = (calendarId: string, query: URLSearchParams): ApiReply => {
    const syncToken = query.get('syncToken');
    if (syncToken !== null && ['timeMin', 'timeMax', 'q', 'orderBy'].some((name) => query.has(name)))
      return refuse(400, 'a sync token excludes bounds');
    if (syncToken !== null && !(Number(syncToken.slice(1)) >= settings.oldestToken))
      return refuse(410, 'fullSyncRequired');
    const found = [...events.values()]
      .filter((event) => event.calendarId === calendarId)
      .filter((event) =>
        syncToken === null
          ? event['status'] !== 'cancelled' && isIn(event, query)
          : event.changed > Number(syncToken.slice(1)),
      );
    const from = Number(query.get('pageToken') ?? 0);
    const until = from + settings.pageSize;
    return reply('Events', {
      items: found.slice(from, until).map(shown),
      ...(until < found.length ? { nextPageToken: String(until) } : { nextSyncToken: `t${changes}` }),
    });
  };
  const insert = (calendarId: string, body: Json): ApiReply => {
    const id = String(body['id']);
    if (!/^[a-v0-9]{5,1024}$/.test(id)) return refuse(400, 'invalid');
    if (events.has(id)) return refuse(409, 'duplicate');
    store(calendarId, { ...body, id });
    return reply('Event', shown(events.get(id) ?? {}));
  };
  const patch = (calendarId: string, id: string, { body, headers }: ApiRequest): ApiReply => {
    const before = events.get(id);
    if (before === undefined) return refuse(404, 'notFound');
    const etag = headers['if-match'];
    if (etag !== undefined && etag !== `"${before.number}"`) return refuse(412, 'conditionNotMet');
    store(calendarId, { ...before, ...body, id });
    return reply('Event', shown(events.get(id) ?? {}));
  };
  const remove = (calendarId: string, id: string): ApiReply => {
    const before = events.get(id);
    if (before === undefined) return refuse(404, 'notFound');
    if (before['status'] === 'cancelled') return refuse(410, 'deleted');
    store(calendarId, { ...before, status: 'cancelled' });
    return { status: 204 };
  };
  const watch = (body: Json): ApiReply => {
    if (!/^https:/.test(String(body['address']))) return refuse(400, 'push.webhookUrlNotHttps');
    const ttl = Number((body['params'] as Json | undefined)?.['ttl'] ?? 604_800);
    channels.push(body);
    const { id, token } = body;
    const expiration = String(Date.parse('2026-12-01T08:00:00Z') + ttl * 1_000);
    return reply('Channel', { kind: 'api#channel', id, token, resourceId: 'resource-1', expiration });
  };
  const stop = (body: Json): ApiReply => {
    if (!channels.some(({ id }) => id === body['id'])) return refuse(404, 'channelNotFound');
    stopped.push(body);
    return { status: 204 };
  };

  const ofEvents = (request: ApiRequest, calendarId: string, eventId: string): ApiReply => {
    if (!calendars.some(({ id }) => id === calendarId)) return refuse(404, 'notFound');
    const at = { calendarId, ...(eventId === '' ? {} : { eventId }) };
    if (eventId === 'watch') return checked('Events$Watch', request, { calendarId }, () => watch(request.body));
    const verbs: Record<string, () => ApiReply> = {
      GET: () => checked('Events$List', request, at, () => list(calendarId, request.query)),
      POST: () => checked('Events$Insert', request, at, () => insert(calendarId, request.body)),
      PATCH: () => checked('Events$Patch', request, at, () => patch(calendarId, eventId, request)),
      DELETE: () => checked('Events$Delete', request, at, () => remove(calendarId, eventId)),
    };
    return verbs[request.method]?.() ?? refuse(404, 'no such method');
  };
  const answer = (request: ApiRequest): ApiReply => {
    if (request.path === '/users/me/calendarList')
      return checked('Calendarlist$List', request, {}, () => reply('CalendarList', { items: calendars }));
    if (request.path === '/channels/stop') return checked('Channels$Stop', request, {}, () => stop(request.body));
    const [, calendarId, eventId = ''] = /^\/calendars\/([^/]+)\/events(?:\/([^/]+))?$/.exec(request.path) ?? [];
    return calendarId === undefined
      ? refuse(404, 'no such path')
      : ofEvents(request, decodeURIComponent(calendarId), eventId);
  };

  const provider = await calendarProvider({
    isOffline: (asked) => asked.get('access_type') === 'offline' && (asked.get('prompt') ?? '').includes('consent'),
    canRevoke: true,
    root: '/calendar/v3',
    answer,
  });
  return {
    ...provider,
    isChecked: contract !== undefined,
    calendars,
    channels,
    stopped,
    /** How many events make a page, and the oldest token that is good. */
    pages: settings,
    /** Somebody writes an event in their calendar. */
    write: (event: Stored, calendarId = 'ana@exemple.fr') => store(calendarId, event),
    /** Somebody deletes one. */
    erase: (id: string) => void remove('ana@exemple.fr', id),
    /** All tokens of before are forgotten. */
    forgetTokens: () => (settings.oldestToken = changes += 1),
    event: (id: string): Json | undefined => events.get(id),
  };
}
