import { DomainError, fieldError } from './errors.ts';

export const whichTimes = ['EARLIER', 'LATER'] as const;
export type WhichTime = (typeof whichTimes)[number];

/** A time as clocks on the wall show it. */
export interface LocalTime {
  /** `2026-12-24`. */
  readonly date: string;
  /** `18:30`; seconds are dropped. */
  readonly time: string;
  readonly zone: string;
  /** Which of the two, where clocks go back. */
  readonly which?: WhichTime | null | undefined;
}

/**
 * The instant of a local time. One that clocks skip is `LOCAL_TIME_INVALID` with the times before and after; one that comes twice is
 * `LOCAL_TIME_AMBIGUOUS` with both instants, unless it is said which is meant.
 */
export function instantOfLocal({ date, time, zone, which }: LocalTime, path = 'input.local'): Date {
  const plain = plainOf(date, time, path);
  const [earlier, later] = (['earlier', 'later'] as const).map((disambiguation) =>
    zoned(plain, { zone, disambiguation, path }),
  ) as [Temporal.ZonedDateTime, Temporal.ZonedDateTime];
  if (earlier.epochMilliseconds === later.epochMilliseconds) return instantOf(earlier);
  if (!earlier.toPlainDateTime().equals(plain))
    throw new DomainError('LOCAL_TIME_INVALID', { before: wallTime(earlier), after: wallTime(later) });
  if (which) return instantOf(which === 'EARLIER' ? earlier : later);
  throw new DomainError('LOCAL_TIME_AMBIGUOUS', {
    earlier: instantOf(earlier).toISOString(),
    later: instantOf(later).toISOString(),
  });
}

/** The minute that an instant is in: seconds are dropped, never rounded. */
export const minuteOf = (instant: Date): Date => new Date(Math.floor(instant.getTime() / 60_000) * 60_000);

function plainOf(date: string, time: string, path: string): Temporal.PlainDateTime {
  const [, minutes] = /^((?:[01]\d|2[0-3]):[0-5]\d)(?::[0-5]\d)?$/.exec(time) ?? [];
  if (minutes === undefined) throw fieldError(`${path}.time`, 'time');
  try {
    return Temporal.PlainDateTime.from(`${date}T${minutes}`, { overflow: 'reject' });
  } catch {
    throw fieldError(`${path}.date`, 'date');
  }
}

interface Zoning {
  readonly zone: string;
  readonly disambiguation: 'earlier' | 'later';
  readonly path: string;
}

function zoned(plain: Temporal.PlainDateTime, { zone, disambiguation, path }: Zoning): Temporal.ZonedDateTime {
  try {
    return plain.toZonedDateTime(zone, { disambiguation });
  } catch {
    throw fieldError(`${path}.zone`, 'zone');
  }
}

const instantOf = ({ epochMilliseconds }: Temporal.ZonedDateTime): Date => new Date(epochMilliseconds);
const wallTime = (at: Temporal.ZonedDateTime): string => at.toPlainDateTime().toString({ smallestUnit: 'minute' });
