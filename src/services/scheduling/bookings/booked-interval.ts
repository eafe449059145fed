import { buffersOf } from '../availability/plan.ts';
import type { BookableArtisan, BookableOffering } from './bookable-offering.ts';

/** What an appointment takes of an artisan: itself, and the minutes around it that must stay free, with the way where there is one. */
export interface BookedInterval {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly bufferBeforeMinutes: number;
  readonly bufferAfterMinutes: number;
}

export const bookedInterval = (
  offering: BookableOffering,
  { defaultTravelMinutes }: BookableArtisan,
  startsAt: Date,
): BookedInterval => ({
  startsAt,
  endsAt: new Date(startsAt.getTime() + offering.durationMinutes * 60_000),
  ...buffersOf(offering, defaultTravelMinutes),
});
