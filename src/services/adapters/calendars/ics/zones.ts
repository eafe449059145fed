import ICAL from 'ical.js';
import { findIana } from 'windows-iana';
import { timeZoneNamed } from '../../../kernel/time-zone.ts';

/** The IANA zone that a TZID of a file means; undefined when nobody knows. */
export type ZoneFinder = (tzid: string) => string | undefined;

/**
 * By its own name, the end of a longer one (`/mozilla.org/20050126_1/Europe/Paris`), that of Windows, or what the file itself says of it.
 */
export function zoneFinder(definitions: readonly string[]): ZoneFinder {
  const known = new Map<string, string | undefined>();
  return (tzid) => {
    if (!known.has(tzid)) known.set(tzid, named(tzid) ?? described(tzid, definitions));
    return known.get(tzid);
  };
}

function named(tzid: string): string | undefined {
  const name = tzid.replace(/^"|"$/g, '').trim();
  const segments = name.split('/').filter(Boolean);
  const ends = [segments.slice(-2), segments.slice(-3)].map((end) => end.join('/'));
  for (const candidate of [name, ...(segments.length > 2 ? ends : [])]) {
    const zone = timeZoneNamed(candidate);
    if (zone !== undefined) return zone;
  }
  return findIana(name)[0];
}

/** A zone with the same distances from UTC, month by month, as the file's own rules give. */
function described(tzid: string, definitions: readonly string[]): string | undefined {
  for (const definition of definitions) {
    const component = parsed(definition);
    if (component?.getFirstPropertyValue('tzid') !== tzid) continue;
    const location = component.getFirstPropertyValue('x-lic-location');
    const zone = typeof location === 'string' ? timeZoneNamed(location) : undefined;
    return zone ?? (isPlain(component) ? alike(component, tzid) : undefined);
  }
  return undefined;
}

function parsed(definition: string): ICAL.Component | undefined {
  try {
    return new ICAL.Component(ICAL.parse(definition) as unknown[]);
  } catch {
    return undefined;
  }
}

/** Rules of zones are yearly; others would only cost time. */
const isPlain = (component: ICAL.Component): boolean =>
  component.getAllSubcomponents().length <= 20 &&
  component
    .getAllSubcomponents()
    .flatMap((observance) => observance.getAllProperties('rrule'))
    .every((rule) => (rule.getFirstValue() as ICAL.Recur).freq === 'YEARLY');

const sampleYears = [2026, 2027];
const samples = sampleYears.flatMap((year) =>
  Array.from({ length: 12 }, (_, index) => ({ year, month: index + 1, day: 15 })),
);

function alike(component: ICAL.Component, tzid: string): string | undefined {
  const zone = new ICAL.Timezone({ component, tzid });
  const wanted = samples.map((sample) =>
    zone.utcOffset(ICAL.Time.fromData({ ...sample, hour: 12, minute: 0, second: 0, isDate: false })),
  );
  return Intl.supportedValuesOf('timeZone').find((name) =>
    samples.every((sample, index) => {
      const local = Temporal.PlainDateTime.from({ ...sample, hour: 12 }).toZonedDateTime(name);
      return local.offsetNanoseconds === (wanted[index] ?? 0) * 1e9;
    }),
  );
}
