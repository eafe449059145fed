import { dateOf, dayMs, dayOf, minuteMs, wallOf } from './local-days.ts';
import type { OfferedStart } from './next-slots.ts';
import type { OfferedService } from './plan.ts';

/** A time that is offered. */
export interface Slot {
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** `2026-12-24`, in the zone that was asked for. */
  readonly localDate: string;
  /** `09:30`, as clocks show it there; twice on a night when they go back. */
  readonly localStart: string;
  readonly artisanIds: readonly string[];
  /** How many people a booking may bring. */
  readonly placesLeft: number;
}

export interface AvailabilityDay {
  readonly date: string;
  readonly slots: readonly Slot[];
}

interface Shown {
  readonly zone: string;
  readonly offering: Pick<OfferedService, 'durationMinutes' | 'capacity'>;
}

/** A start as it is shown in a zone. */
export function slotFrom(offered: OfferedStart, shown: Shown): Slot {
  const wall = wallOf(shown.zone, offered.start);
  return slotOn(dateOf(Math.floor(wall / dayMs)), { ...offered, wall }, shown);
}

/** Starts by the local dates that were asked for, with the days on which nothing is offered. */
export function slotsByDay(
  starts: readonly OfferedStart[],
  { dates, ...shown }: Shown & { readonly dates: readonly string[] },
): AvailabilityDay[] {
  const days = dates.map((date) => ({ date, slots: [] as Slot[] }));
  const first = dayOf(dates[0] ?? '');
  for (const offered of starts) {
    const wall = wallOf(shown.zone, offered.start);
    const day = days[Math.floor(wall / dayMs) - first];
    day?.slots.push(slotOn(day.date, { ...offered, wall }, shown));
  }
  return days;
}

/** `wall`: what clocks show at the start. */
const slotOn = (
  localDate: string,
  { start, artisanIds, wall }: OfferedStart & { readonly wall: number },
  { offering }: Shown,
): Slot => ({
  startsAt: new Date(start),
  endsAt: new Date(start + offering.durationMinutes * minuteMs),
  localDate,
  localStart: clockOf(Math.floor(wall / minuteMs) % 1_440),
  artisanIds,
  placesLeft: offering.capacity,
});

const twoDigits = (number: number): string => String(number).padStart(2, '0');
const clockOf = (minute: number): string => `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`;
