/** The public API of scheduling: artisans, offerings, opening, availability and bookings. */
export { bookingStates, bookingVerbs, type BookingVerb } from './booking.states.ts';
export { slotHoldStates, type SlotHoldVerb } from './slot-hold.states.ts';
export { billableBooking } from './billable-booking.ts';
export { createBooking, type CreatedBooking } from './bookings/create-booking.ts';
export { showBooking, type BookingRow } from './bookings/queries/booking-rows.ts';
