import { CalendarFailure, type CalendarWindow } from '../port.ts';
import type { DavClient } from './dav-client.ts';
import { cal, dav, server, textIn, type DavResource } from './multistatus.ts';
import { childOf, childrenOf, xmlText } from './xml.ts';

/** What of a calendar is to be read again. */
export interface Changed {
  readonly isComplete: boolean;
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  readonly syncToken: string | null;
}

/** A state of a server without tokens: read anew whenever it is another. */
const ctagMark = 'ctag ';
/** Servers answer long lists in parts. */
const mostParts = 50;
const mostEvents = 2_000;

/** All events of the window. The state is asked first: what changes meanwhile comes again the next time. */
export async function wholeWindow(client: DavClient, url: string, window: CalendarWindow): Promise<Changed> {
  const syncToken = await stateOf(client, url);
  const { resources } = await client.report(url, windowQuery(window));
  const changed = resources.filter(({ status }) => status === 200).map(({ href }) => href);
  if (changed.length > mostEvents) throw new CalendarFailure('UNREADABLE', 'TOO_MANY_EVENTS');
  return { isComplete: true, changed, removed: [], syncToken };
}

async function stateOf(client: DavClient, url: string): Promise<string | null> {
  const { resources } = await client.propfind(url, 0, '<d:sync-token/><s:getctag/><d:supported-report-set/>');
  const props = resources[0]?.props;
  const reports = childrenOf(childOf(props, `${dav}supported-report-set`), `${dav}supported-report`);
  const syncs = reports.some(
    (report) => childOf(childOf(report, `${dav}report`), `${dav}sync-collection`) !== undefined,
  );
  const token = syncs ? textIn(props, `${dav}sync-token`) : null;
  const ctag = textIn(props, `${server}getctag`);
  return token ?? (ctag === null ? null : ctagMark + ctag);
}

const windowQuery = ({ from, to }: CalendarWindow): string =>
  '<c:calendar-query><d:prop><d:getetag/></d:prop><c:filter><c:comp-filter name="VCALENDAR"><c:comp-filter name="VEVENT">' +
  `<c:time-range start="${compact(from)}" end="${compact(to)}"/></c:comp-filter></c:comp-filter></c:filter></c:calendar-query>`;

const compact = (at: Date): string => at.toISOString().replace(/[-:]|\.\d+/g, '');

/** What changed since a token; undefined when the server no longer knows it, or has none. */
export async function changesSince(client: DavClient, url: string, syncToken: string): Promise<Changed | undefined> {
  if (syncToken.startsWith(ctagMark))
    return (await stateOf(client, url)) === syncToken
      ? { isComplete: false, changed: [], removed: [], syncToken }
      : undefined;
  try {
    return await collectChanges(client, url, syncToken);
  } catch (error) {
    if (error instanceof CalendarFailure && lostToken.has(error.code)) return undefined;
    throw error;
  }
}

/** `valid-sync-token` (RFC 6578, 3.2) comes as 403; some servers say otherwise. Refused credentials are 401. */
const lostToken: ReadonlySet<string> = new Set(['HTTP_400', 'HTTP_403', 'HTTP_409', 'HTTP_410', 'HTTP_412']);

async function collectChanges(client: DavClient, url: string, begun: string): Promise<Changed> {
  const latest = new Map<string, boolean>();
  let syncToken = begun;
  for (let part = 0; part < mostParts; part++) {
    const answer = await client.report(url, syncQuery(syncToken));
    for (const { href, status } of answer.resources) if (href !== url) latest.set(href, status !== 404);
    syncToken = answer.syncToken ?? syncToken;
    if (!answer.resources.some((resource) => isMore(resource, url))) break;
  }
  const [changed, removed] = [true, false].map((is) => [...latest].flatMap(([href, has]) => (has === is ? href : [])));
  return { isComplete: false, changed: changed ?? [], removed: removed ?? [], syncToken };
}

/** 507 for the collection itself: the rest is to be asked for. */
const isMore = ({ href, status }: DavResource, url: string): boolean => href === url && status === 507;

const syncQuery = (token: string): string =>
  `<d:sync-collection><d:sync-token>${xmlText(token)}</d:sync-token><d:sync-level>1</d:sync-level><d:prop><d:getetag/></d:prop></d:sync-collection>`;

export interface DavFile {
  readonly href: string;
  readonly etag: string | null;
  readonly text: string;
}

const atOnce = 50;

/** The files at these addresses; those that went meanwhile are not among them. */
export async function readFiles(client: DavClient, url: string, hrefs: readonly string[]): Promise<DavFile[]> {
  const files: DavFile[] = [];
  for (let first = 0; first < hrefs.length; first += atOnce) {
    const asked = hrefs
      .slice(first, first + atOnce)
      .map((href) => `<d:href>${xmlText(new URL(href).pathname)}</d:href>`);
    const { resources } = await client.report(
      url,
      `<c:calendar-multiget><d:prop><d:getetag/><c:calendar-data/></d:prop>${asked.join('')}</c:calendar-multiget>`,
    );
    files.push(...resources.flatMap(fileOf));
  }
  return files;
}

function fileOf({ href, props }: DavResource): DavFile[] {
  const text = childOf(props, `${cal}calendar-data`)?.text;
  return text === undefined ? [] : [{ href, etag: textIn(props, `${dav}getetag`), text }];
}

/** The file that has this UID, if any. */
export async function fileOfUid(client: DavClient, url: string, uid: string): Promise<DavFile | undefined> {
  const { resources } = await client.report(
    url,
    '<c:calendar-query><d:prop><d:getetag/><c:calendar-data/></d:prop><c:filter><c:comp-filter name="VCALENDAR"><c:comp-filter name="VEVENT">' +
      `<c:prop-filter name="UID"><c:text-match collation="i;octet">${xmlText(uid)}</c:text-match></c:prop-filter></c:comp-filter></c:comp-filter></c:filter></c:calendar-query>`,
  );
  return resources.flatMap(fileOf)[0];
}
