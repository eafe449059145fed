import type ICAL from 'ical.js';
import { mostMs, endOf, lengthUntil, type Entry, type Length } from './entry.ts';
import {
  dateOf,
  instantOf,
  isTime,
  keyOf,
  momentOf,
  momentsOf,
  tzidOf,
  widened,
  type Moment,
  type Reading,
} from './moments.ts';
import { ruleStarts, type Bounds } from './rule-starts.ts';

/** An occurrence that is otherwise than its series says; `isRest`: and all that come after it. */
export interface Override {
  readonly entry: Entry;
  /** The start that the series gives it. */
  readonly at: Moment;
  readonly isRest: boolean;
}

/** All that a file says of one event. */
export interface Series {
  readonly masters: readonly Entry[];
  readonly overrides: readonly Override[];
}

/** An occurrence, and which entry it is as. */
export interface Place extends Bounds {
  readonly key: string;
  readonly entry: Entry;
}

interface Start {
  readonly start: Moment;
  readonly length: Length;
}

const dayMs = 86_400_000;

/** The occurrences within the window, overridden ones by where they are, whatever their old time was; those that take no time left out. */
export function placesOf({ masters, overrides }: Series, window: Bounds, reading: Reading): Place[] {
  const [only] = masters;
  if (only !== undefined && masters.length + overrides.length === 1 && isSingle(only))
    return [spanOf(only, only, 'single')].filter(isSeenIn(window));
  const single = overrides.filter(({ isRest }) => !isRest);
  const rest = overrides.filter(({ isRest }) => isRest).toSorted((a, b) => instantOf(a.at) - instantOf(b.at));
  const bounds = boundsOf([...masters, ...overrides.map(({ entry }) => entry)], rest, window);
  const replaced = new Set(single.map(({ at }) => keyOf(at)));
  const regular = [...masters, ...rest.map(({ entry }) => entry).filter(repeats)].flatMap((master) =>
    startsOf(master, bounds, reading)
      .filter(({ start }) => !isNamedIn(replaced, start))
      .map((each) => placeOf(each, { master, rest, key: keyOf(each.start) })),
  );
  const moved = single.map(({ entry, at }) => spanOf(entry, { start: entry.start, length: entry.length }, keyOf(at)));
  return [...regular, ...moved].filter((place) => place !== undefined).filter(isSeenIn(window));
}

const isSeenIn =
  (window: Bounds) =>
  ({ entry, from, to }: Place): boolean =>
    entry.blocking !== null && from < to && from < window.to && to > window.from;

/** Most events: nothing of them is repeated, moved or left out. */
const isSingle = (entry: Entry): boolean => !repeats(entry) && !entry.component.hasProperty('exdate');

const repeats = ({ component }: Entry): boolean => component.hasProperty('rrule') || component.hasProperty('rdate');

/** What began before the window may still run, and what the series puts outside it may be moved into it. */
function boundsOf(entries: readonly Entry[], rest: readonly Override[], { from, to }: Bounds): Bounds {
  const longest = Math.max(0, ...entries.map(({ length }) => mostMs(length)));
  const furthest = Math.max(0, ...rest.map(({ at, entry }) => Math.abs(instantOf(entry.start) - instantOf(at))));
  const margin = furthest + 2 * dayMs;
  return { from: from - longest - margin, to: to + margin };
}

/** What DTSTART, RRULE and RDATE give, without EXDATE. */
function startsOf(master: Entry, bounds: Bounds, reading: Reading): Start[] {
  const { component, start, length } = master;
  const excluded = new Set(
    component
      .getAllProperties('exdate')
      .flatMap((property) => momentsOf(property, reading))
      .map(keyOf),
  );
  const rules = component.getAllProperties('rrule').map((property) => property.getFirstValue() as ICAL.Recur);
  const ruled = rules.flatMap((rule) => ruleStarts(rule, start, { bounds, reading }));
  const added = component.getAllProperties('rdate').flatMap((property) => addedBy(property, length, reading));
  const all = [{ start, length }, ...ruled.map((each) => ({ start: each, length })), ...added].filter(
    (each) => instantOf(each.start) >= bounds.from && instantOf(each.start) <= bounds.to,
  );
  // Of one kind all of them, unless others were added: then their instants name them.
  const nameOf = added.length === 0 ? instantOf : keyOf;
  const once = new Map<number | string, Start>(all.map((each) => [nameOf(each.start), each]));
  return [...once.values()].filter(({ start }) => !isNamedIn(excluded, start));
}

/** Its key, and its local date: some servers except and override times by their date alone. */
const isNamedIn = (names: ReadonlySet<string>, start: Moment): boolean =>
  names.size > 0 && (names.has(keyOf(start)) || names.has(dateOf(start)));

/** RDATE: times, or periods with a length of their own. */
function addedBy(property: ICAL.Property, length: Length, reading: Reading): Start[] {
  return (property.getValues() as (ICAL.Time | ICAL.Period)[]).map((value) => {
    if (isTime(value)) return { start: momentOf(value, tzidOf(property), reading), length };
    const start = momentOf(value.start, tzidOf(property), reading);
    return { start, length: lengthUntil(start, momentOf(value.getEnd(), tzidOf(property), reading)) };
  });
}

interface Regular {
  readonly master: Entry;
  readonly rest: readonly Override[];
  readonly key: string;
}

/** As the last override of « this and all future » before it says: moved by as much, as long, or gone with a series of its own. */
function placeOf(each: Start, { master, rest, key }: Regular): Place | undefined {
  const override = rest.findLast(({ at }) => instantOf(at) <= instantOf(each.start));
  if (override === undefined || override.entry === master) return spanOf(master, each, key);
  const { entry, at } = override;
  if (repeats(entry)) return undefined;
  const wall = each.start.wall + entry.start.wall - at.wall;
  return spanOf(entry, { start: { ...entry.start, wall }, length: entry.length }, key);
}

function spanOf(entry: Entry, { start, length }: Start, key: string): Place {
  const span = widened({ from: instantOf(start), to: endOf(start, length) }, start.isWide);
  return { ...span, key, entry };
}
