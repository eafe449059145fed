import { weekdays, type Weekday } from '../../../entities/scheduling/opening.entity.ts';
import { requirePermission } from '../../access/actor.ts';
import { fieldError } from '../../kernel/errors.ts';
import type { ReadContext } from '../../platform/context.ts';
import { holidaysOfRegion } from '../availability/holidays.ts';
import { dateOf, dayOf, edgeOf, weekdayOf } from '../availability/local-days.ts';
import { windowsOn } from '../availability/opening.ts';
import { readEveryOpening } from '../availability/read-openings.ts';
import { united, type Span } from '../availability/spans.ts';
import { getManagedArtisan, type ManagedArtisanRow } from '../practice/queries/artisan-rows.ts';
import { figuresFrom, type ArtisanFigures, type Counted } from './artisan-figures.ts';
import { partsOf, readBookings, type OpenDay, type PeriodBookings } from './read-bookings.ts';

export interface ArtisanStats {
  readonly artisanId: string;
  readonly timeZone: string;
  readonly from: string;
  readonly to: string;
  readonly total: ArtisanFigures;
  readonly byOffering: readonly {
    readonly offeringId: string;
    readonly name: string;
    readonly figures: ArtisanFigures;
  }[];
  readonly byWeekday: readonly { readonly weekday: Weekday; readonly figures: ArtisanFigures }[];
  /** Of each month of the period, `2026-11`. */
  readonly byMonth: readonly { readonly month: string; readonly figures: ArtisanFigures }[];
}

export interface AskArtisanStats {
  /** Local dates of the artisan, both included. */
  readonly from: string;
  readonly to: string;
  /** The caller's own unless given. */
  readonly artisanId?: string | null | undefined;
}

const mostDays = 366;

/** How an artisan's appointments of some local days went, for themself and for admins. Errors: NOT_FOUND, INPUT_INVALID. */
export async function artisanStats(ctx: ReadContext, { from, to, artisanId }: AskArtisanStats): Promise<ArtisanStats> {
  requirePermission(ctx.actor, 'booking:stats');
  const artisan = await getManagedArtisan(ctx, artisanId ?? null);
  const days = await openDays(ctx, artisan, daysOf(from, to));
  const read = await readBookings(ctx.db, artisan, days);
  return { ...{ artisanId: artisan.id, timeZone: artisan.timeZone, from, to }, ...groupsOf(days, read) };
}

function daysOf(from: string, to: string): number[] {
  const [first, last] = [dayOf(from), dayOf(to)];
  for (const [field, day] of Object.entries({ from: first, to: last }))
    if (!Number.isFinite(day)) throw fieldError(field, 'date');
  if (last < first) throw fieldError('to', 'order');
  if (last - first >= mostDays) throw fieldError('to', 'max');
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

/** When the artisan is open on these days: for any of what they offer. */
async function openDays(
  { db }: ReadContext,
  { id, timeZone: zone, holidayRegion }: ManagedArtisanRow,
  days: readonly number[],
): Promise<OpenDay[]> {
  const isHoliday = holidaysOfRegion(holidayRegion);
  const openings = (await readEveryOpening(db, id)).map((stored) => ({ zone, isHoliday, ...stored }));
  return days.map((day) => ({
    day,
    span: { from: edgeOf(zone, day, 0), to: edgeOf(zone, day + 1, 0) },
    open: united(openings.flatMap((opening) => windowsOn(opening, day))),
  }));
}

const lengthOf = (spans: readonly Span[]): number => spans.reduce((ms, { from, to }) => ms + to - from, 0);

function groupsOf(
  days: readonly OpenDay[],
  { bookings, names, taken }: PeriodBookings,
): Omit<ArtisanStats, 'artisanId' | 'timeZone' | 'from' | 'to'> {
  const byDay = new Map(days.map((day) => [day.day, day]));
  const parts = taken.flatMap((booking) => partsOf(byDay, booking));
  const opened = days.map(({ day, open }) => ({ day, openMs: lengthOf(open) }));
  const onDays = (isIn: (day: number) => boolean): Counted => ({
    bookings: bookings.filter(({ day }) => isIn(day)),
    parts: parts.filter(({ day }) => isIn(day)),
    openMs: opened.reduce((ms, { day, openMs }) => (isIn(day) ? ms + openMs : ms), 0),
  });
  const all = onDays(() => true);
  const ofOffering = (id: string): Counted => ({
    ...all,
    bookings: bookings.filter(({ offeringId }) => offeringId === id),
    parts: parts.filter(({ offeringId }) => offeringId === id),
  });
  const months = [...new Set(days.map(({ day }) => monthOf(day)))];
  return {
    total: figuresFrom(all),
    byOffering: [...names].map(([offeringId, name]) => ({
      ...{ offeringId, name, figures: figuresFrom(ofOffering(offeringId)) },
    })),
    byWeekday: weekdays.map((weekday, index) => ({
      ...{ weekday, figures: figuresFrom(onDays((day) => weekdayOf(day) === index)) },
    })),
    byMonth: months.map((month) => ({ month, figures: figuresFrom(onDays((day) => monthOf(day) === month)) })),
  };
}

const monthOf = (day: number): string => dateOf(day).slice(0, 7);
