/** The public API of scheduling: artisans, offerings, opening, availability and bookings. */
export { bookingStates, bookingVerbs, type BookingVerb } from './booking.states.ts';
export { slotHoldStates, type SlotHoldVerb } from './slot-hold.states.ts';
export { billableBooking } from './billable-booking.ts';
export * from './practice/index.ts';
