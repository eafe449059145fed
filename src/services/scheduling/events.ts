import { z } from 'zod';
import type { EventType } from '../platform/context.ts';
import { subjectShape } from '../platform/subject-shape.ts';

/** What happens to bookings, as the other modules learn it. No event says who the customer is. */

const event = <S extends z.ZodRawShape>(name: string, shape: S) =>
  ({ name, payload: z.object(shape) }) satisfies EventType<z.infer<z.ZodObject<S>>>;

const booking = { bookingId: z.uuid(), artisanId: z.uuid() };
const at = z.iso.datetime();

/** A customer asked for a time that the artisan approves. */
export const bookingRequested = event('booking.requested', booking);
/** The artisan said yes; with a deposit it waits for its payment, and `booking.held` follows. */
export const bookingApproved = event('booking.approved', booking);
/** `proposals`: other times that the customer may choose from. */
export const bookingDeclined = event('booking.declined', { ...booking, proposals: z.array(at).default([]) });
/** A time is kept until its deposit is paid, or the hold ends. */
export const bookingHeld = event('booking.held', { ...booking, holdUntil: at });
/** The appointment stands. */
export const bookingConfirmed = event('booking.confirmed', booking);
/** It moved. `fromStartsAt` is where it was; `sequence` is that of its calendar entry now; `isOtherOffering`: it is of another one, at its price. */
export const bookingRescheduled = event('booking.rescheduled', {
  ...booking,
  fromStartsAt: at,
  fromArtisanId: z.uuid(),
  sequence: z.int(),
  by: z.enum(['CUSTOMER', 'ARTISAN', 'SYSTEM']),
  isOtherOffering: z.boolean().default(false),
});
/** `wasConfirmed`: it stood before. `refundCents`: what comes back of the deposit. */
export const bookingCancelled = event('booking.cancelled', {
  ...booking,
  by: z.enum(['CUSTOMER', 'ARTISAN', 'SYSTEM']),
  wasConfirmed: z.boolean(),
  refundCents: z.int(),
});
/** Nobody paid, or nobody answered a request, in time. */
export const bookingExpired = event('booking.expired', { ...booking, wasRequested: z.boolean() });
export const bookingCompleted = event('booking.completed', booking);
export const bookingNoShow = event('booking.no-show', booking);
/** The deposit came after the hold. `isConfirmed`: the time was still free; else the money goes back. */
export const bookingPaidLate = event('booking.paid-late', { ...booking, isConfirmed: z.boolean() });
/** A time became free again. */
export const slotFreed = event('slot.freed', { artisanId: z.uuid(), from: at, to: at });
/** Somebody who knows the address of a booking asked for its link, or it has a new address: the link is mailed there. */
export const bookingLinkRequested = event('booking.link-requested', {
  ...booking,
  requestedAt: at,
});
/** Somebody who knows the address of a booking asked to cancel or to move it: a link that confirms it is mailed there. */
export const bookingConfirmationRequested = event('booking.confirmation-requested', {
  ...booking,
  change: z.enum(['CANCEL', 'MOVE']),
  /** Where it is to be moved; null for a cancellation. */
  startsAt: at.nullable(),
  /** The state of the booking that was seen: the link is void once it changes. */
  sequence: z.int(),
  manageVersion: z.int(),
  expiresAt: at,
});

const consultation = {
  subject: subjectShape,
  bookingId: z.uuid(),
  orderId: z.uuid().nullable(),
  customerId: z.uuid().nullable(),
  startsAt: at,
};

/** A consultation is asked for; `orderId` where it is about an order, `customerId` where they have an account. */
export const consultationRequested = event('consultation.requested', consultation);
/** It takes place. */
export const consultationConfirmed = event('consultation.confirmed', consultation);
/** It does not take place: declined without another time, or not answered. */
export const consultationDeclined = event('consultation.declined', consultation);
