import { implementTask, type Task } from '../../platform/task.ts';
import { deadlineTasks } from '../deadlines/index.ts';
import { timelineTasks } from '../timeline/index.ts';
import { writeOrdersExport, writeOrdersExportTask } from '../export/write-orders-export.ts';
import { notifyOrderAssignedTask, notifyOrderAssigned } from './notify-order-assigned.ts';
import { notifyOrderDeliveredTask, notifyOrderDelivered } from './notify-order-delivered.ts';
import { payByInvoice, payByInvoiceTask } from './pay-by-invoice.ts';
import { notifyOrderPaidTask, notifyOrderPaid } from './notify-order-paid.ts';

/** What is done about orders after a commit. */
export const orderTasks: readonly Task[] = [
  implementTask(writeOrdersExportTask, writeOrdersExport),
  implementTask(payByInvoiceTask, payByInvoice),
  implementTask(notifyOrderPaidTask, notifyOrderPaid),
  implementTask(notifyOrderAssignedTask, notifyOrderAssigned),
  implementTask(notifyOrderDeliveredTask, notifyOrderDelivered),
  ...deadlineTasks,
  ...timelineTasks,
];
