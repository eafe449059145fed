/** The public API of scheduling: artisans, offerings, opening, availability and bookings. */
export { bookingStates } from './booking.states.ts';
export { slotHoldStates, type SlotHoldVerb } from './slot-hold.states.ts';
export { billableBooking } from './billable-booking.ts';
export { explainSlot, type ExplainedRefusal, type SlotExplanation } from './availability/explain-slot.ts';
export { noteOutsideReading } from './availability/note-outside-reading.ts';
export { findAvailability, showAvailability, showNextAvailability } from './availability/find-availability.ts';
export * from './consultations/index.ts';
export { exportBookings, findBookingsExport, type ExportBookings } from './export/request-export.ts';
export { artisanStats, type ArtisanStats } from './figures/artisan-stats.ts';
export type { AvailabilityDay, Slot } from './availability/slots-by-day.ts';
export { awaitedFilesOfBookings, type AwaitedFile } from './bookings/awaited-files.ts';
export { filesOfBookings, type BookingFileRow } from './bookings/queries/booking-files.ts';
export { listMyBookings } from './bookings/queries/list-my-bookings.ts';
export * from './practice/index.ts';
export { showBooking, type BookingRow } from './bookings/queries/booking-rows.ts';
export { approveBooking, declineBooking } from './bookings/approve-booking.ts';
export { readCode } from './bookings/booking-code.ts';
export type { CreateBooking } from './bookings/booking-request.ts';
export { createBooking, type CreatedBooking } from './bookings/create-booking.ts';

export { resumeBookingPayment } from './bookings/resume-payment.ts';
export { endBookingHold, expireRequests, sweepHolds } from './bookings/sweep-holds.ts';
export type { SlotWish } from './bookings/wanted-slot.ts';
export { bookingEntry } from './feeds/booking-entry.ts';
export { createFeedLink, type CreatedFeedLink } from './feeds/create-feed-link.ts';
export { listFeedLinks, type FeedLinkRow } from './feeds/list-feed-links.ts';
export { readFeed } from './feeds/read-feed.ts';
export { revokeFeedLink } from './feeds/revoke-feed-link.ts';
export { holdSlot, type HeldSlot } from './holds/hold-slot.ts';
export { releaseHold, renewHold } from './holds/keep-hold.ts';
export { bookingSubscriptions, bookingTasks } from './scheduling-tasks.ts';
export { changeExternalTime, type ExternalBlock } from './occupancy/change-external-time.ts';
export { isOwnAgenda, loadArtisan } from './load-artisan.ts';
export { publishAgenda } from './live.ts';
export { uidOf } from './notices/invitations.ts';
export { bookingCancelled, bookingConfirmed, bookingRescheduled, consultationRequested } from './events.ts';
export { verifyBookings, type BookingFault } from './verify/verify-bookings.ts';
export type { BookingChange } from './managing/ask-by-mail.ts';
export { cancelBooking, cancelWith } from './managing/cancel-booking.ts';
export { bookingCancellationTerms, type BookingCancellationTerms } from './managing/cancellation-terms.ts';
export { confirmBookingChange } from './managing/confirm-change.ts';
export type { BookingAccess } from './managing/open-booking.ts';
export { publicBooking } from './managing/public-booking.ts';
export { rescheduleBooking } from './managing/reschedule-booking.ts';
export { resendBookingLink } from './managing/resend-link.ts';
export { addBookingNote, type AddBookingNote } from './managing/add-note.ts';
export { completeBooking, correctAttendance, markNoShow, type WhichBooking } from './managing/attendance.ts';
export {
  cancelBookings,
  moveBookings,
  type BookingResult,
  type CancelBookings,
  type MoveBookings,
} from './managing/many-bookings.ts';
export { createStaffBooking, type CreateStaffBooking } from './managing/staff-booking.ts';
export { uploadBookingFile, type UploadBookingFile } from './managing/upload-booking-file.ts';
export { updateBookingDetails, type UpdateBookingDetails } from './managing/update-details.ts';
export { approveReview, rejectReview } from './reviews/decide-review.ts';
export { textUsage, type TextUsage } from './texts/text-allowance.ts';
export { submitReview, type SubmitReview } from './reviews/submit-review.ts';
export {
  getReview,
  listArtisanReviews,
  listReviews,
  ratingsOf,
  type ManagedReviewRow,
  type RatingRow,
  type ReviewRow,
} from './reviews/queries/list-reviews.ts';
