import { AgendaLiveResolver } from './agenda.live.resolver.ts';
import { AgendaResolver } from './agenda.resolver.ts';
import { ArtisanPublicResolver } from './artisan.public.resolver.ts';
import { ArtisanResolver } from './artisan.resolver.ts';
import { AvailabilityPublicResolver } from './availability.public.resolver.ts';
import { AvailabilityResolver } from './availability.resolver.ts';
import { BookingExportResolver } from './booking-export.resolver.ts';
import { BookingRequestResolver } from './booking-request.resolver.ts';
import { BookingPublicResolver } from './booking.public.resolver.ts';
import { ConsultationAdminResolver } from './consultation.admin.resolver.ts';
import { ConsultationPublicResolver } from './consultation.public.resolver.ts';
import { FeedLinkResolver } from './feed-link.resolver.ts';
import { ManageBookingPublicResolver } from './manage-booking.public.resolver.ts';
import { MyBookingsResolver } from './my-bookings.resolver.ts';
import { OfferingPublicResolver } from './offering.public.resolver.ts';
import { OfferingResolver } from './offering.resolver.ts';
import { OpeningResolver } from './opening.resolver.ts';
import { ReviewResolver } from './review.resolver.ts';
import { StaffBookingResolver } from './staff-booking.resolver.ts';

/** Appointments, and what they are made of. */
export const schedulingResolvers = [
  AvailabilityPublicResolver,
  AvailabilityResolver,
  AgendaLiveResolver,
  AgendaResolver,
  ArtisanPublicResolver,
  ArtisanResolver,
  OfferingPublicResolver,
  OfferingResolver,
  FeedLinkResolver,
  OpeningResolver,
  BookingExportResolver,
  BookingPublicResolver,
  BookingRequestResolver,
  ConsultationAdminResolver,
  ConsultationPublicResolver,
  ManageBookingPublicResolver,
  ReviewResolver,
  StaffBookingResolver,
  MyBookingsResolver,
] as const;
