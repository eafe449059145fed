/** How money came or goes. */
export const paymentMethods = ['CARD', 'SEPA', 'MOBILE_MONEY', 'TRANSFER', 'CHEQUE', 'CASH', 'OTHER'] as const;
export type PaymentMethod = (typeof paymentMethods)[number];
