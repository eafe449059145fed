import { Artisan } from './artisan.entity.ts';
import { BookingFile } from './booking-file.entity.ts';
import { BookingExport } from './booking-export.entity.ts';
import { BookingReminder } from './booking-reminder.entity.ts';
import { Booking, BookingHistory } from './booking.entity.ts';
import { FeedLink } from './feed-link.entity.ts';
import { Occupancy, Quantum } from './occupancy.entity.ts';
import { CancellationTier, Offering, OfferingArtisan, OfferingQuestion } from './offering.entity.ts';
import { BreakRule, Closure, OpeningException, OpeningRule } from './opening.entity.ts';
import { Review } from './review.entity.ts';
import { SlotHold } from './slot-hold.entity.ts';

/** The entities of appointments. */
export const schedulingEntities = [
  Artisan,
  Booking,
  BookingExport,
  BookingFile,
  BookingHistory,
  BookingReminder,
  BreakRule,
  CancellationTier,
  Closure,
  FeedLink,
  Occupancy,
  Offering,
  OfferingArtisan,
  OfferingQuestion,
  OpeningException,
  OpeningRule,
  Quantum,
  Review,
  SlotHold,
] as const;
