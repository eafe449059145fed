import { getDomain } from 'tldts';
import type { GuardedAnswer, GuardedFetch } from '../../http/guarded-fetch.ts';
import { answered } from '../http-outcome.ts';
import { CalendarFailure, type CalendarCredentials } from '../port.ts';
import { readMultistatus, type Multistatus } from './multistatus.ts';

export interface DavClient {
  /** The address that the account was given with. */
  readonly server: string;
  readonly user: string;
  propfind(url: string, depth: 0 | 1, props: string): Promise<Multistatus>;
  report(url: string, body: string): Promise<Multistatus>;
  /** A request whose answer may have these states. */
  send(url: string, request: DavRequest, good: readonly number[]): Promise<GuardedAnswer>;
}

export interface DavRequest {
  readonly method: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

const mostRedirects = 3;
const namespaces = 'xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav" xmlns:s="http://calendarserver.org/ns/"';
const xmlType = { 'content-type': 'application/xml; charset=utf-8' };

/** Speaks to one account. Its password goes to its own host, and to hosts of the same domain that this one names (as Apple’s does). */
export function davClient(fetch: GuardedFetch, credentials: CalendarCredentials): DavClient {
  if (credentials.kind !== 'PASSWORD') throw new CalendarFailure('UNREADABLE', 'NO_PASSWORD');
  const { user, password } = credentials;
  const server = serverOf(credentials.server);
  const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  const send: DavClient['send'] = (url, request, good) => {
    if (!isTrusted(url, server)) throw new CalendarFailure('UNREADABLE', 'OTHER_HOST');
    return answered(fetch(url, { ...request, authorization }), good);
  };
  const ask = async (url: string, depth: 0 | 1, request: { method: string; body: string }) => {
    if (!isTrusted(url, server)) throw new CalendarFailure('UNREADABLE', 'OTHER_HOST');
    const headers = { ...xmlType, depth: String(depth) };
    return readMultistatus(await answered(fetch(url, { ...request, headers, authorization, mostRedirects }), [207]));
  };
  return {
    ...{ server, user, send },
    propfind: (url, depth, props) =>
      ask(url, depth, { method: 'PROPFIND', body: `<d:propfind ${namespaces}><d:prop>${props}</d:prop></d:propfind>` }),
    report: (url, body) => ask(url, 1, { method: 'REPORT', body: body.replace(/^<([\w:-]+)/, `<$1 ${namespaces}`) }),
  };
}

/** People leave out the scheme. */
function serverOf(text: string): string {
  const typed = text.trim();
  const url = URL.parse(/^[a-z]+:\/\//i.test(typed) ? typed : `https://${typed}`);
  if (url === null) throw new CalendarFailure('UNREADABLE', 'NO_ADDRESS');
  return url.href;
}

function isTrusted(text: string, server: string): boolean {
  const [url, own] = [URL.parse(text), new URL(server)];
  if (url === null || url.protocol !== own.protocol) return false;
  if (url.host === own.host) return true;
  const domain = getDomain(own.hostname, { allowPrivateDomains: true });
  return domain !== null && getDomain(url.hostname, { allowPrivateDomains: true }) === domain;
}
