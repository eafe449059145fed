/**
 * Microsoft Graph, as far as we use it of calendars: what is sent and answered is checked against Graph's own description (CSDL), with
 * unknown properties refused. It keeps events, expands no series by itself, and gives a delta link on the last page only.
 */
import { existsSync, readFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { calendarProvider, type ApiReply, type ApiRequest, type Json } from './calendar-provider.ts';

const path = resolve('../shared/contracts/msgraph/calendar-v1.0.csdl.xml');

export interface GraphContract {
  /** What is wrong with a value, by the type of that name: `event`. */
  check(type: string, value: unknown): string[];
}

let known: GraphContract | undefined;

/** Graph's description, read once for all files of a process; undefined when it is not on this machine. */
export const graphContract = (): GraphContract | undefined => (known ??= readContract());

/** The trimmed description leaves it out: a navigation property that the documentation gives every item of Outlook. */
const extended = ['singleValueExtendedProperties', 'Collection(graph.singleValueLegacyExtendedProperty)'] as const;

function readContract(): GraphContract | undefined {
  if (!existsSync(path)) return undefined;
  const text = readFileSync(path, 'utf8');
  const types = new Map<string, Map<string, string>>([
    [
      'singleValueLegacyExtendedProperty',
      new Map([
        ['id', 'Edm.String'],
        ['value', 'Edm.String'],
      ]),
    ],
  ]);
  const enums = new Map<string, Set<string>>();
  for (const [, kind, name = '', head = '', body = ''] of text.matchAll(
    /<(EntityType|ComplexType|EnumType) Name="(\w+)"([^>]*?)(?:\/>|>([\s\S]*?)<\/\1>)/g,
  )) {
    const named = (tag: string, value: string) =>
      [...body.matchAll(new RegExp(`<${tag} Name="(\\w+)"(?:[^>]*? ${value}="([^"]+)")?`, 'g'))].map(
        ([, one = '', of = '']) => [one, of] as const,
      );
    if (kind === 'EnumType') enums.set(name, new Set(named('Member', 'Value').map(([one]) => one)));
    else
      types.set(
        name,
        new Map([...named('Property', 'Type'), ['BaseType', /BaseType="graph\.(\w+)"/.exec(head)?.[1] ?? '']]),
      );
  }
  types.get('event')?.set(...extended);
  const propertyOf = (type: string, name: string): string | undefined => {
    const properties = types.get(type);
    if (properties === undefined) throw new Error(`No type ${type} in the contract`);
    const base = properties.get('BaseType') ?? '';
    return properties.get(name) ?? (base === '' ? undefined : propertyOf(base, name));
  };
  const checkValue = (type: string, value: unknown, at: string): string[] => {
    const [, item] = /^Collection\((.+)\)$/.exec(type) ?? [];
    if (item !== undefined)
      return Array.isArray(value)
        ? value.flatMap((one, index) => checkValue(item, one, `${at}/${index}`))
        : [`${at} is no list`];
    if (type.startsWith('Edm.')) return isOfEdm(type, value) ? [] : [`${at} is no ${type}`];
    const name = type.replace('graph.', '');
    const members = enums.get(name);
    if (members === undefined) return checkObject(name, value, at);
    return members.has(String(value)) ? [] : [`${at} is no ${name}`];
  };
  const checkObject = (type: string, value: unknown, at: string): string[] =>
    Object.entries(Object(value) as Json).flatMap(([name, one]) => {
      if (name.startsWith('@')) return [];
      const property = propertyOf(type, name);
      if (property === undefined) return [`${at}/${name} is unknown`];
      return one === null ? [] : checkValue(property, one, `${at}/${name}`);
    });
  return { check: (type, value) => checkObject(type, value, type) };
}

const isInstant = (value: unknown): boolean =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)$/.test(value);
const kinds: Record<string, string> = { 'Edm.Boolean': 'boolean', 'Edm.Int32': 'number' };
const isOfEdm = (type: string, value: unknown): boolean =>
  type === 'Edm.DateTimeOffset' ? isInstant(value) : typeof value === (kinds[type] ?? 'string');

interface Stored extends Json {
  readonly id: string;
}

export async function microsoftCalendarServer() {
  const contract = graphContract();
  const calendars: Json[] = [{ id: 'cal-1', name: 'Calendrier', canEdit: true, isDefaultCalendar: true }];
  const events = new Map<string, Stored & { changed: number; number: number; isRemoved: boolean }>();
  const subscriptions: Json[] = [];
  const ended: string[] = [];
  const settings = { pageSize: 250, oldestLink: 0, knowsRemovedTransactions: false, provesAddresses: false };
  let changes = 0;
  let root = '';

  const check = (type: string, value: unknown): string[] => contract?.check(type, value) ?? [];
  const refuse = (status: number, code: string): ApiReply => ({ status, body: { error: { code, message: code } } });
  const reply = (type: string, body: Json, status = 200): ApiReply => {
    const wrong = check(type, body);
    return wrong.length > 0 ? refuse(500, `the fake answers wrongly: ${wrong.join('; ')}`) : { status, body };
  };
  /** Refuses what the description does not know, and requests that would be answered in other zones. */
  const checked = (type: string, { body, headers }: ApiRequest, work: () => ApiReply): ApiReply => {
    const prefer = String(headers['prefer']);
    const wrong = [
      ...check(type, body),
      ...(prefer.includes('outlook.timezone="UTC"') && prefer.includes('IdType="ImmutableId"') ? [] : ['Prefer']),
    ];
    return wrong.length > 0 ? refuse(400, wrong.join('; ')) : work();
  };
  const shown = ({ changed: _changed, isRemoved, number, ...event }: Json): Json => {
    if (isRemoved === true) return { id: event['id'], '@removed': { reason: 'deleted' } };
    const { singleValueExtendedProperties: _hidden, ...rest } = event;
    return { ...rest, '@odata.etag': `W/"${String(number)}"` };
  };
  const store = (event: Stored, isRemoved = false): Json => {
    changes += 1;
    const kept = { ...event, changed: changes, number: (events.get(event.id)?.number ?? 0) + 1, isRemoved };
    events.set(event.id, kept);
    return kept;
  };
  const utc = (point: unknown): number => Date.parse(`${String((point as Json)['dateTime']).slice(0, 19)}Z`);

  const delta = (query: URLSearchParams): ApiReply => {
    const since = Number(query.get('$deltatoken') ?? 0);
    const isFirst = !query.has('$deltatoken');
    if (isFirst && !(query.has('startDateTime') && query.has('endDateTime')))
      return refuse(400, 'ErrorInvalidParameter');
    if (!isFirst && since < settings.oldestLink) return refuse(410, 'SyncStateNotFound');
    const bounds = ['startDateTime', 'endDateTime'].map((name) => Date.parse(query.get(name) ?? ''));
    const isIn = (event: Json): boolean =>
      event['start'] === undefined || (utc(event['end']) > (bounds[0] ?? 0) && utc(event['start']) < (bounds[1] ?? 0));
    const found = [...events.values()].filter((event) =>
      isFirst ? !event.isRemoved && isIn(event) : event.changed > since,
    );
    const from = Number(query.get('$skiptoken') ?? 0);
    const until = from + settings.pageSize;
    const link = new URLSearchParams(query);
    if (until < found.length) link.set('$skiptoken', String(until));
    const value = found.slice(from, until).map(shown);
    const wrong = value.flatMap((event) => check('event', event));
    if (wrong.length > 0) return refuse(500, wrong.join('; '));
    const here = `${root}/me/calendars/cal-1/calendarView/delta`;
    const next =
      until < found.length
        ? { '@odata.nextLink': `${here}?${link.toString()}` }
        : { '@odata.deltaLink': `${here}?$deltatoken=${changes}` };
    return { status: 200, body: { value, ...next } };
  };
  const create = (body: Json): ApiReply => {
    const same = [...events.values()].find((event) => event['transactionId'] === body['transactionId']);
    if (same?.isRemoved === true && settings.knowsRemovedTransactions)
      return refuse(409, 'ErrorDuplicateTransactionId');
    if (same?.isRemoved === false) return reply('event', shown(same), 201);
    return reply('event', shown(store({ ...body, type: 'singleInstance', id: `evt-${events.size + 1}` })), 201);
  };
  const find = (query: URLSearchParams): ApiReply => {
    const [, id, value] = /ep\/id eq '([^']+)' and ep\/value eq '([^']+)'/.exec(query.get('$filter') ?? '') ?? [];
    const found = [...events.values()].filter(
      (event) =>
        !event.isRemoved &&
        JSON.stringify(event['singleValueExtendedProperties'] ?? []) === JSON.stringify([{ id, value }]),
    );
    return { status: 200, body: { value: found.map((event) => ({ id: event.id })) } };
  };
  const one = (request: ApiRequest, id: string): ApiReply => {
    const event = events.get(id);
    if (event === undefined || event.isRemoved) return refuse(404, 'ErrorItemNotFound');
    if (request.method === 'GET') return reply('event', shown(event));
    const etag = request.headers['if-match'];
    if (etag !== undefined && etag !== `W/"${event.number}"`) return refuse(412, 'ErrorIrresolvableConflict');
    if (request.method === 'PATCH') return reply('event', shown(store({ ...event, ...request.body })));
    store(event, true);
    return { status: 204 };
  };

  /** Graph asks the address for a proof before it answers. */
  const subscribe = async (body: Json): Promise<ApiReply> => {
    const minutes = (Date.parse(String(body['expirationDateTime'])) - Date.parse('2026-12-01T08:00:00Z')) / 60_000;
    if (minutes > 4_230) return refuse(400, 'ExtensionError');
    for (const name of ['notificationUrl', 'lifecycleNotificationUrl'] as const) {
      const token = `proof of ${name} & more`;
      if (!settings.provesAddresses) continue;
      const url = `${String(body[name])}?${new URLSearchParams({ validationToken: token }).toString()}`;
      const response = await fetch(url, { method: 'POST' });
      const isProven =
        response.headers.get('content-type')?.startsWith('text/plain') && (await response.text()) === token;
      if (!isProven) return refuse(400, 'ValidationError');
    }
    const subscription = { ...body, id: randomUUID() };
    subscriptions.push(subscription);
    return reply('subscription', subscription, 201);
  };
  const unsubscribe = (id: string): ApiReply => {
    if (!subscriptions.some((subscription) => subscription['id'] === id)) return refuse(404, 'ResourceNotFound');
    ended.push(id);
    return { status: 204 };
  };

  const ofCalendar = (request: ApiRequest, calendarId: string, rest: string): ApiReply => {
    if (!calendars.some(({ id }) => id === calendarId)) return refuse(404, 'ErrorItemNotFound');
    if (rest === 'calendarView/delta') return checked('event', request, () => delta(request.query));
    return checked('event', request, () => (request.method === 'GET' ? find(request.query) : create(request.body)));
  };
  const answer = (request: ApiRequest): ApiReply | Promise<ApiReply> => {
    const { method, path: asked } = request;
    if (asked === '/me/calendars') return { status: 200, body: { value: calendars } };
    const [, calendarId = '', rest = ''] = /^\/me\/calendars\/([^/]+)\/(calendarView\/delta|events)$/.exec(asked) ?? [];
    if (rest !== '') return ofCalendar(request, calendarId, rest);
    const [, eventId] = /^\/me\/events\/([^/]+)$/.exec(asked) ?? [];
    if (eventId !== undefined) return checked('event', request, () => one(request, eventId));
    const [, subscriptionId] = /^\/subscriptions\/([^/]+)$/.exec(asked) ?? [];
    if (subscriptionId !== undefined) return unsubscribe(subscriptionId);
    if (asked !== '/subscriptions' || method !== 'POST') return refuse(404, 'no such path');
    const wrong = check('subscription', request.body);
    return wrong.length > 0 ? refuse(400, wrong.join('; ')) : subscribe(request.body);
  };

  const provider = await calendarProvider({
    isOffline: (asked) => (asked.get('scope') ?? '').split(' ').includes('offline_access'),
    canRevoke: false,
    root: '/v1.0',
    answer,
  });
  root = `${provider.url}/v1.0`;
  provider.settings.rotates = true;
  return {
    ...provider,
    isChecked: contract !== undefined,
    calendars,
    subscriptions,
    ended,
    /** How many events make a page, the oldest link that is good, whether a deleted event keeps its transaction, and whether addresses are proven. */
    pages: settings,
    /** Somebody writes an event in their calendar. */
    write: (event: Stored) => void store(event),
    /** Somebody deletes one. */
    erase: (id: string) => void store(events.get(id) ?? { id }, true),
    /** All links of before are forgotten. */
    forgetLinks: () => (settings.oldestLink = changes += 1),
    event: (id: string): Json | undefined => events.get(id),
  };
}
