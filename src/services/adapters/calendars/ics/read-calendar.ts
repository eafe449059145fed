import { createHash } from 'node:crypto';
import ICAL from 'ical.js';
import type { FoundOccurrence } from '../port.ts';
import { entryOf, timeIn, type Entry } from './entry.ts';
import type { Reading } from './moments.ts';
import { outlineOf, type Outline } from './outline.ts';
import type { Bounds } from './rule-starts.ts';
import { placesOf, type Override, type Place } from './series.ts';
import { Skipped, type SkipReason } from './skipped.ts';
import { zoneFinder } from './zones.ts';

/** Files to be read, in a thread of its own. */
export interface CalendarTask {
  readonly sources: readonly CalendarSource[];
  readonly timeZone: string;
  readonly window: Bounds;
  /** Addresses of the calendar’s owner, in small letters; some files are named after theirs. */
  readonly owner: readonly string[];
}

export interface CalendarSource {
  /** Of a file that is one event: its id; null for a file of many, whose ids are their UIDs. */
  readonly eventId: string | null;
  readonly text: string;
}

export interface ReadEvent {
  readonly eventId: string;
  readonly uid: string;
  readonly occurrences: readonly FoundOccurrence[];
}

export interface CalendarReading {
  readonly events: readonly ReadEvent[];
  readonly skipped: readonly SkipReason[];
  /** What the first file says of itself. */
  readonly name: string | null;
  readonly timeZone: string | null;
}

export type CalendarAnswer = CalendarReading | { readonly failure: 'NO_CALENDAR' | 'TOO_MANY_EVENTS' };

const mostEvents = 2_000;
const mostOccurrences = 750;

/** What is wrong with a value is no reason to leave out its event. */
ICAL.design.strict = false;

/** The occurrences of all events within the window. */
export function readCalendar(task: CalendarTask): CalendarAnswer {
  const files = task.sources.map(({ eventId, text }) => ({ eventId, outline: outlineOf(text) }));
  if (files.length > 0 && files.every(({ outline }) => outline === undefined)) return { failure: 'NO_CALENDAR' };
  if (files.reduce((sum, { outline }) => sum + (outline?.events.length ?? 0), 0) > mostEvents)
    return { failure: 'TOO_MANY_EVENTS' };
  const words = ownWords(files[0]?.outline);
  const owner = new Set([...task.owner, (words.name ?? '').toLowerCase()]);
  const skipped: SkipReason[] = [];
  const events = files.flatMap((file) => eventsOf(file, { ...task, owner, skipped }));
  return { events, skipped, ...words };
}

const ownWords = (outline: Outline | undefined) => ({
  name: outline?.properties.get('X-WR-CALNAME') ?? null,
  timeZone: zoneFinder([])(outline?.properties.get('X-WR-TIMEZONE') ?? '') ?? null,
});

interface File {
  readonly eventId: string | null;
  readonly outline: Outline | undefined;
}

interface Asked {
  readonly timeZone: string;
  readonly window: Bounds;
  readonly owner: ReadonlySet<string>;
  readonly skipped: SkipReason[];
}

/** A file that is one event stays one, whatever UIDs are in it. */
function eventsOf({ eventId, outline }: File, { timeZone, window, owner, skipped }: Asked): ReadEvent[] {
  if (outline === undefined) skipped.push('UNREADABLE');
  const reading: Reading = { timeZone, zoneOf: zoneFinder(outline?.zones ?? []) };
  const groups = groupsOf(outline?.events ?? [], { reading, owner, skipped });
  const events = [...groups].map(([uid, group]) => eventOf(uid, { group, window, reading, skipped }));
  const [first] = events;
  if (eventId === null || first === undefined) return events;
  const byKey = new Map(events.flatMap(({ occurrences }) => occurrences).map((each) => [each.key, each]));
  return [{ ...first, eventId, occurrences: [...byKey.values()] }];
}

interface Group {
  readonly masters: Entry[];
  readonly overrides: Override[];
}

interface Collecting {
  readonly reading: Reading;
  readonly owner: ReadonlySet<string>;
  readonly skipped: SkipReason[];
}

/** By UID, which comes from outside: a map, never an object. */
function groupsOf(events: readonly string[], collecting: Collecting): ReadonlyMap<string, Group> {
  const groups = new Map<string, Group>();
  for (const text of events) {
    attempt(collecting.skipped, () => {
      const component = new ICAL.Component(ICAL.parse(text) as unknown[]);
      const uid = uidOf(component, text);
      const group = groups.get(uid) ?? { masters: [], overrides: [] };
      add(group, component, collecting);
      groups.set(uid, group);
    });
  }
  return groups;
}

/** An event without a UID is known by what it says. */
function uidOf(component: ICAL.Component, text: string): string {
  const uid = component.getFirstPropertyValue('uid');
  return typeof uid === 'string' && uid !== '' ? uid : createHash('sha256').update(text).digest('hex');
}

function add({ masters, overrides }: Group, component: ICAL.Component, { reading, owner, skipped }: Collecting): void {
  const entry = entryOf(component, reading, owner);
  if (entry.start.isWide) skipped.push('ZONE_UNKNOWN');
  const at = timeIn(component, 'recurrence-id', reading);
  if (at === undefined) return void masters.push(entry);
  const isRest = component.getFirstProperty('recurrence-id')?.getFirstParameter('range') === 'THISANDFUTURE';
  overrides.push({ entry, at, isRest });
}

interface Expanding {
  readonly group: Group;
  readonly window: Bounds;
  readonly reading: Reading;
  readonly skipped: SkipReason[];
}

function eventOf(uid: string, { group, window, reading, skipped }: Expanding): ReadEvent {
  const places = attempt(skipped, () => placesOf({ ...group, masters: latest(group.masters) }, window, reading)) ?? [];
  if (places.length > mostOccurrences) skipped.push('TOO_MANY_OCCURRENCES');
  const kept = places.toSorted((a, b) => a.from - b.from).slice(0, mostOccurrences);
  return { eventId: uid, uid, occurrences: kept.map(occurrenceOf) };
}

/** Several versions of one event: those of the greatest sequence. */
function latest(masters: readonly Entry[]): readonly Entry[] {
  if (masters.length < 2) return masters;
  const sequences = masters.map(({ component }) => Number(component.getFirstPropertyValue('sequence') ?? 0));
  const greatest = Math.max(...sequences);
  return masters.filter((_, index) => sequences[index] === greatest);
}

const occurrenceOf = ({ key, from, to, entry }: Place): FoundOccurrence => ({
  key,
  startsAt: new Date(from),
  endsAt: new Date(to),
  isAllDay: entry.start.isDate,
  isTentative: entry.blocking?.isTentative ?? false,
  isUnanswered: entry.blocking?.isUnanswered ?? false,
  title: entry.title,
});

/** What cannot be read is left out, and its reason is kept. */
function attempt<T>(skipped: SkipReason[], read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    skipped.push(error instanceof Skipped ? error.reason : 'UNREADABLE');
    return undefined;
  }
}
