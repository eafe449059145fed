import { implementTask, type Task } from '../../platform/task.ts';
import { notifyOrderAssigned, notifyOrderAssignedNow } from './notify-order-assigned.ts';
import { notifyOrderDelivered, notifyOrderDeliveredNow } from './notify-order-delivered.ts';
import { notifyOrderPaid, notifyOrderPaidNow } from './notify-order-paid.ts';

/** What is done about orders after a commit. */
export const orderTasks: readonly Task[] = [
  implementTask(notifyOrderPaid, notifyOrderPaidNow),
  implementTask(notifyOrderAssigned, notifyOrderAssignedNow),
  implementTask(notifyOrderDelivered, notifyOrderDeliveredNow),
];
