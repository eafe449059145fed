import { tellOrderAssigned, tellOrderAssignedNow } from './tell-order-assigned.ts';
import { tellOrderDelivered, tellOrderDeliveredNow } from './tell-order-delivered.ts';
import { tellOrderPaid, tellOrderPaidNow } from './tell-order-paid.ts';

/** What the house does about orders after commit. */
export const orderTasks = [
  { job: tellOrderPaid, handle: tellOrderPaidNow },
  { job: tellOrderAssigned, handle: tellOrderAssignedNow },
  { job: tellOrderDelivered, handle: tellOrderDeliveredNow },
] as const;
