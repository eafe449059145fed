import { openCheckout } from '../billing/index.ts';
import { billableOrder } from './billable-order.ts';
import { orderSubjectType } from './order-subject.ts';

/** Opens the payment page of an order, for its customer. */
export const openOrderCheckout = openCheckout(orderSubjectType, billableOrder);
