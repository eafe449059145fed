import { subscribe, type Subscription } from '../platform/context.ts';
import { orderAssigned, orderDelivered, orderPaid } from './events.ts';
import { tellOrderAssigned } from './tasks/tell-order-assigned.ts';
import { tellOrderDelivered } from './tasks/tell-order-delivered.ts';
import { tellOrderPaid } from './tasks/tell-order-paid.ts';

/**
 * What orders do about their own events. Placing, cancelling, starting, suspending, resuming and adding a file are shown
 * live to those who look at the order, and call for no message of their own.
 */
export const orderSubscriptions: readonly Subscription[] = [
  subscribe(orderPaid, tellOrderPaid),
  subscribe(orderAssigned, tellOrderAssigned),
  subscribe(orderDelivered, tellOrderDelivered),
];
