/** Why money goes back to a payer. */
export const refundReasons = [
  'REQUESTED_BY_CUSTOMER',
  'DUPLICATE',
  'WITHDRAWAL',
  'NOT_DELIVERED',
  'GOODWILL',
  'FRAUD',
] as const;
export type RefundReason = (typeof refundReasons)[number];
