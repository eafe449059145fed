import { implementTask, type Task } from '../../platform/task.ts';
import { tellOrderAssigned, tellOrderAssignedNow } from './tell-order-assigned.ts';
import { tellOrderDelivered, tellOrderDeliveredNow } from './tell-order-delivered.ts';
import { tellOrderPaid, tellOrderPaidNow } from './tell-order-paid.ts';

/** What the house does about orders after commit. */
export const orderTasks: readonly Task[] = [
  implementTask(tellOrderPaid, tellOrderPaidNow),
  implementTask(tellOrderAssigned, tellOrderAssignedNow),
  implementTask(tellOrderDelivered, tellOrderDeliveredNow),
];
