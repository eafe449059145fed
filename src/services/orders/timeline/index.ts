/** What happened to an order and what its people note about it. */
import { paymentDisputed, paymentRefunded } from '../../billing/index.ts';
import { subscribe, type Subscription } from '../../platform/context.ts';
import { implementTask, type Task } from '../../platform/task.ts';
import { recordDispute, recordDisputeTask, recordRefund, recordRefundTask } from './record-money.ts';

export { noteOrder, type NoteOrder } from './note-order.ts';
export { listOrderEvents, type OrderEventRow } from './queries/list-order-events.ts';
export { listOrderNotes, noteRowOf, type OrderNoteRow } from './queries/list-order-notes.ts';

export const timelineTasks: readonly Task[] = [
  implementTask(recordRefundTask, recordRefund),
  implementTask(recordDisputeTask, recordDispute),
];

export const timelineSubscriptions: readonly Subscription[] = [
  subscribe(paymentRefunded, recordRefundTask),
  subscribe(paymentDisputed, recordDisputeTask),
];
