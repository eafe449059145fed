import { implementTask, type Task } from '../../platform/task.ts';
import { guestOrderTasks } from '../guests/guest-order-tasks.ts';
import { notifyOrderAssignedTask, notifyOrderAssigned } from './notify-order-assigned.ts';
import { notifyOrderDeliveredTask, notifyOrderDelivered } from './notify-order-delivered.ts';
import { payByInvoice, payByInvoiceTask } from './pay-by-invoice.ts';
import { notifyOrderPaidTask, notifyOrderPaid } from './notify-order-paid.ts';

/** What is done about orders after a commit. */
export const orderTasks: readonly Task[] = [
  ...guestOrderTasks,
  implementTask(payByInvoiceTask, payByInvoice),
  implementTask(notifyOrderPaidTask, notifyOrderPaid),
  implementTask(notifyOrderAssignedTask, notifyOrderAssigned),
  implementTask(notifyOrderDeliveredTask, notifyOrderDelivered),
];
