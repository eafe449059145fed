import { notifyOrderAssigned, notifyOrderAssignedNow } from './notify-order-assigned.ts';
import { notifyOrderDelivered, notifyOrderDeliveredNow } from './notify-order-delivered.ts';
import { notifyOrderPaid, notifyOrderPaidNow } from './notify-order-paid.ts';

/** What the house does about orders after commit. */
export const orderTasks = [
  { job: notifyOrderPaid, handle: notifyOrderPaidNow },
  { job: notifyOrderAssigned, handle: notifyOrderAssignedNow },
  { job: notifyOrderDelivered, handle: notifyOrderDeliveredNow },
] as const;
