import { timeZoneNamed } from '../../../kernel/time-zone.ts';
import { CalendarFailure, type FoundCalendar } from '../port.ts';
import type { DavClient } from './dav-client.ts';
import { cal, dav, hrefIn, textIn, type DavResource } from './multistatus.ts';
import { childOf, childrenOf, type XmlElement } from './xml.ts';

/** The calendars of an account: from its principal to its home (RFC 4791, 6.2.1; RFC 6764). */
export async function discoverCalendars(client: DavClient): Promise<FoundCalendar[]> {
  const principal = await principalOf(client);
  const { resources } = await client.propfind(principal, 0, '<c:calendar-home-set/>');
  const home = hrefIn(resources[0]?.props, `${cal}calendar-home-set`, principal);
  if (home === undefined) throw new CalendarFailure('UNREADABLE', 'NO_CALENDARS');
  const listed = await client.propfind(home, 1, listedProps);
  return listed.resources.filter(isCalendar).map(({ href, props }, index) => ({
    externalId: href.endsWith('/') ? href : `${href}/`,
    name: (textIn(props, `${dav}displayname`) ?? decodeURIComponent(href.split('/').findLast(Boolean) ?? href)).slice(
      0,
      255,
    ),
    timeZone: timeZoneNamed(/^TZID:(.+?)\s*$/m.exec(textIn(props, `${cal}calendar-timezone`) ?? '')?.[1] ?? '') ?? null,
    isWritable: mayWrite(childOf(props, `${dav}current-user-privilege-set`)),
    isPrimary: index === 0,
  }));
}

const listedProps =
  '<d:resourcetype/><d:displayname/><c:calendar-timezone/><c:supported-calendar-component-set/><d:current-user-privilege-set/>';

/** Without a path the address is asked where such servers are by convention, then itself. */
async function principalOf(client: DavClient): Promise<string> {
  const wellKnown = new URL('/.well-known/caldav', client.server).href;
  const places = new URL(client.server).pathname === '/' ? [wellKnown, client.server] : [client.server, wellKnown];
  let failure = new CalendarFailure('UNREADABLE', 'NO_ACCOUNT');
  for (const place of places) {
    const found = await principalAt(client, place).catch((error: unknown) => {
      if (!(error instanceof CalendarFailure) || !isElsewhere(error)) throw error;
      failure = error;
    });
    if (found !== undefined) return found;
  }
  throw failure.kind === 'GONE' ? new CalendarFailure('UNREADABLE', 'NO_ACCOUNT') : failure;
}

async function principalAt(client: DavClient, place: string): Promise<string | undefined> {
  const { resources } = await client.propfind(place, 0, '<d:current-user-principal/>');
  return hrefIn(resources[0]?.props, `${dav}current-user-principal`, resources[0]?.href ?? place);
}

/** There is no such thing here: perhaps at the other place. */
const isElsewhere = ({ kind }: CalendarFailure): boolean => kind === 'GONE' || kind === 'UNREADABLE';

/** A calendar of events: others are lists of tasks. */
function isCalendar({ props }: DavResource): boolean {
  const kinds = childrenOf(childOf(props, `${cal}supported-calendar-component-set`), `${cal}comp`);
  const isOfEvents = kinds.length === 0 || kinds.some(({ label }) => label === 'VEVENT');
  return isOfEvents && childOf(childOf(props, `${dav}resourcetype`), `${cal}calendar`) !== undefined;
}

const writing: ReadonlySet<string> = new Set(['write', 'write-content', 'bind', 'all'].map((name) => dav + name));

/** A server that says nothing of rights is tried. */
const mayWrite = (privileges: XmlElement | undefined): boolean =>
  privileges === undefined ||
  privileges.children.some((privilege) => privilege.children.some(({ name }) => writing.has(name)));

/** The addresses by which others invite the account’s owner, in small letters. */
export async function ownerAddresses(client: DavClient): Promise<string[]> {
  const own = client.user.includes('@') ? [client.user.toLowerCase()] : [];
  const principal = await principalOf(client).catch(() => undefined);
  if (principal === undefined) return own;
  const { resources } = await client.propfind(principal, 0, '<c:calendar-user-address-set/>');
  const listed = childrenOf(childOf(resources[0]?.props, `${cal}calendar-user-address-set`), `${dav}href`);
  const mailed = listed.flatMap(({ text }) => /^mailto:(.+)$/i.exec(text.trim())?.[1]?.toLowerCase() ?? []);
  return [...new Set([...own, ...mailed])];
}
