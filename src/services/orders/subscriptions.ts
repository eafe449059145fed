import { subscribe, type Subscription } from '../platform/context.ts';
import { orderAssigned, orderDelivered, orderPaid } from './events.ts';
import { notifyOrderAssigned } from './tasks/notify-order-assigned.ts';
import { notifyOrderDelivered } from './tasks/notify-order-delivered.ts';
import { notifyOrderPaid } from './tasks/notify-order-paid.ts';

/**
 * What orders do about their own events. Placing, cancelling, starting, suspending, resuming and adding a file are shown
 * live to those who look at the order, and call for no message of their own.
 */
export const orderSubscriptions: readonly Subscription[] = [
  subscribe(orderPaid, notifyOrderPaid),
  subscribe(orderAssigned, notifyOrderAssigned),
  subscribe(orderDelivered, notifyOrderDelivered),
];
