import { openCheckout } from '../billing/index.ts';
import { billableOrder } from './billable-order.ts';

/** Opens the payment page of an order, for its customer. */
export const openOrderCheckout = openCheckout('ORDER', billableOrder);
