import { cabinetActivityAdded, documentRunProgress, uploadProgress } from '../../../src/services/archive/index.ts';
import { paymentUpdated } from '../../../src/services/billing/index.ts';
import { conversationUpdated, messageAdded, messageChanged, typing } from '../../../src/services/messaging/index.ts';
import { publishAgenda } from '../../../src/services/scheduling/live.ts';
import { ticketUpdated } from '../../../src/services/support/index.ts';
import type { Tx } from '../../../src/services/platform/context.ts';
import { publishWork } from './order-life.ts';

type Named =
  | 'user'
  | 'order'
  | 'conversation'
  | 'message'
  | 'artisan'
  | 'booking'
  | 'payment'
  | 'ticket'
  | 'upload'
  | 'cabinet'
  | 'document'
  | 'documentRun';

/** An event on each stream of a customer’s things. */
export function publishEach(tx: Tx<'publish'>, ids: Readonly<Record<Named, string>>, proofreaderId: string): void {
  publishWork(tx, { orderId: ids.order, proofreaderId });
  tx.publish(messageAdded, ids.conversation, { messageId: ids.message, audience: 'ALL' });
  tx.publish(messageChanged, ids.conversation, { messageId: ids.message, audience: 'ALL' });
  // It passes, and is stored nowhere but here.
  const writes = { userId: proofreaderId, audience: 'ALL', until: '2026-11-20T09:00:05.000Z' };
  tx.publish({ name: typing.name }, ids.conversation, writes);
  tx.publish(conversationUpdated, ids.user, { conversationId: ids.conversation });
  tx.publish(cabinetActivityAdded, ids.cabinet, { documentId: ids.document });
  tx.publish(uploadProgress, ids.upload, { uploadId: ids.upload });
  tx.publish(documentRunProgress, ids.documentRun, { runId: ids.documentRun });
  publishAgenda(tx, ids.artisan, { bookingId: ids.booking, verb: 'reschedule' });
  tx.publish(ticketUpdated, ids.ticket, { ticketId: ids.ticket });
  tx.publish(paymentUpdated, ids.payment, { paymentId: ids.payment });
}
