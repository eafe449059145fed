/** Why people give an order up. */
export const givenCancellationReasons = [
  'CUSTOMER_REQUEST',
  'WITHDRAWAL',
  'NO_PROOFREADER',
  'NOT_FEASIBLE',
  'DUPLICATE',
  'FRAUD',
  'OTHER',
] as const;
/** Why the application does: it was never paid, its money went back, the payer’s bank took it, or its customer was erased. */
export const cancellationReasons = [
  ...givenCancellationReasons,
  'UNPAID',
  'REFUNDED',
  'DISPUTE_LOST',
  'CUSTOMER_ERASED',
] as const;
export type GivenCancellationReason = (typeof givenCancellationReasons)[number];
export type CancellationReason = (typeof cancellationReasons)[number];
