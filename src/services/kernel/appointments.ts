/** The closed lists of appointments that the API and the rules share. */

/** What can be done to a booking. Each has its use case; `confirm` and `expire` are the application's own. */
export const bookingVerbs = [
  'approve',
  'hold',
  'decline',
  'confirm',
  'expire',
  'reschedule',
  'cancel',
  'complete',
  'markNoShow',
  'correctAttendance',
] as const;
export type BookingVerb = (typeof bookingVerbs)[number];

/** How a deposit is paid: in a form of our page, or on the provider's. */
export const paymentWays = ['FORM', 'PAGE'] as const;
export type PaymentBy = (typeof paymentWays)[number];

export const depositStatuses = [
  'NONE',
  'PENDING',
  'AUTHORIZED',
  'CAPTURED',
  'PARTIALLY_REFUNDED',
  'REFUNDED',
  'FAILED',
] as const;
export type DepositStatus = (typeof depositStatuses)[number];

/** Why a time is not offered. */
export const slotRefusalReasons = [
  'ARCHIVED',
  'PAUSED',
  'STALE_CALENDAR',
  'CAPACITY',
  'NOTICE',
  'HORIZON',
  'CLOSURE',
  'EXCEPTION',
  'HOLIDAY',
  'OUTSIDE_OPENING',
  'BREAK',
  'OFF_GRID',
  'BOOKED',
  'HELD',
  'EXTERNAL',
  'BUFFER',
  'DAILY_LIMIT',
] as const;
export type SlotRefusalReason = (typeof slotRefusalReasons)[number];

/** What is answered to a request for a consultation. */
export const consultationActions = ['APPROVE', 'DECLINE', 'PROPOSE'] as const;
export type ConsultationAction = (typeof consultationActions)[number];
