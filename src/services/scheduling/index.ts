/** The public API of scheduling: artisans, offerings, opening, availability and bookings. */
export { bookingStates, bookingVerbs, type BookingVerb } from './booking.states.ts';
export { slotHoldStates, type SlotHoldVerb } from './slot-hold.states.ts';
export { billableBooking } from './billable-booking.ts';
export * from './practice/index.ts';
export { showBooking, type BookingRow } from './bookings/queries/booking-rows.ts';
export { approveBooking, declineBooking } from './bookings/approve-booking.ts';
export { readCode } from './bookings/booking-code.ts';
export type { CreateBooking } from './bookings/booking-request.ts';
export { createBooking, type CreatedBooking } from './bookings/create-booking.ts';
export type { PaymentBy } from './bookings/pay-deposit.ts';
export { resumeBookingPayment } from './bookings/resume-payment.ts';
export { endBookingHold, expireRequests, sweepHolds } from './bookings/sweep-holds.ts';
export type { SlotWish } from './bookings/wanted-slot.ts';
export { holdSlot, type HeldSlot } from './holds/hold-slot.ts';
export { releaseHold, renewHold } from './holds/keep-hold.ts';
export { bookingTasks } from './scheduling-tasks.ts';
export { verifyBookings, type BookingFault } from './verify/verify-bookings.ts';
