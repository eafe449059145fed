/** The public API of scheduling: artisans, offerings, opening, availability and bookings. */
export { bookingStates, bookingVerbs, type BookingVerb } from './booking.states.ts';
export { slotHoldStates, type SlotHoldVerb } from './slot-hold.states.ts';
export { billableBooking } from './billable-booking.ts';
export { explainSlot, type SlotExplanation } from './availability/explain-slot.ts';
export { findAvailability, findNextAvailability } from './availability/find-availability.ts';
export { slotRefusalReasons, type SlotRefusalReason } from './availability/refusals.ts';
export type { AvailabilityDay, Slot } from './availability/slots-by-day.ts';
