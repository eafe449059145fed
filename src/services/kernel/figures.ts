/** Terms of the figures about the business. */

/** NONE: no money came. */
export const orderPaymentStates = ['NONE', 'PAID', 'PARTIALLY_REFUNDED', 'REFUNDED'] as const;
export type OrderPaymentState = (typeof orderPaymentStates)[number];

/** In their order. STARTED: placed, or begun without an account and not placed so far. */
export const funnelSteps = ['STARTED', 'PLACED', 'PAID', 'DELIVERED', 'ACCEPTED'] as const;
export type FunnelStep = (typeof funnelSteps)[number];

/** Days since the due day. NOT_DUE: it has not passed. */
export const receivableAges = ['NOT_DUE', 'DAYS_0_30', 'DAYS_31_60', 'DAYS_61_90', 'DAYS_OVER_90'] as const;
export type ReceivableAge = (typeof receivableAges)[number];
