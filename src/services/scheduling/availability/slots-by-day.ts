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
export function slotFrom({ start, artisanIds }: OfferedStart, { zone, offering }: Shown): Slot {
  const wall = wallOf(zone, start);
  const day = Math.floor(wall / dayMs);
  return {
    startsAt: new Date(start),
    endsAt: new Date(start + offering.durationMinutes * minuteMs),
    localDate: dateOf(day),
    localStart: clockOf((wall - day * dayMs) / minuteMs),
    artisanIds,
    placesLeft: offering.capacity,
  };
}

/** Starts by the local dates that were asked for, with the days on which nothing is offered. */
export function slotsByDay(
  starts: readonly OfferedStart[],
  { dates, ...shown }: Shown & { readonly dates: readonly string[] },
): AvailabilityDay[] {
  const days = dates.map((date) => ({ date, slots: [] as Slot[] }));
  const first = dayOf(dates[0] ?? '');
  for (const start of starts) {
    const slot = slotFrom(start, shown);
    days[dayOf(slot.localDate) - first]?.slots.push(slot);
  }
  return days;
}

const clockOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(Math.floor(minute) % 60).padStart(2, '0')}`;
