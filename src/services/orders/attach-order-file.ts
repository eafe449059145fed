import type { StoredFile } from '../../entities/files/stored-file.entity.ts';
import { OrderFile } from '../../entities/orders/order-file.entity.ts';
import type { Order } from '../../entities/orders/order.entity.ts';
import { DomainError } from '../kernel/errors.ts';
import type { Tx } from '../platform/context.ts';
import { mostFiles } from './deliveries/delivery.policy.ts';
import { orderFileAdded } from './events.ts';
import { publishOrder } from './live.ts';
import { findOrder, partiesOf } from './load-order.ts';
import { recordStep } from './order-timeline.ts';
import { requireUpload, type UploadRole } from './order-file.policy.ts';

export interface AttachOrderFile {
  readonly orderId: string;
  readonly role: UploadRole;
  /** Remembered in the same transaction. */
  readonly file: StoredFile;
}

/** Ties a file that was just received to an order: a manuscript of the customer, or the proofreader's corrected text. */
export async function attachOrderFile(
  tx: Tx<'em' | 'actor' | 'now' | 'emit' | 'publish' | 'record'>,
  { orderId, role, file }: AttachOrderFile,
): Promise<Order> {
  const order = await findOrder(tx, orderId);
  const parties = partiesOf(order);
  requireUpload(tx.actor, parties, role);
  await requireSpace(tx, { orderId, role });
  tx.em.create(OrderFile, { order, file, role });
  tx.emit(orderFileAdded, {
    orderId: order.id,
    fileId: file.id,
    role,
    customerId: parties.customerId,
    proofreaderId: parties.proofreaderId,
  });
  tx.record({
    action: 'COMMAND_UPDATED',
    targetType: 'command',
    targetId: order.id,
    payload: { verb: 'add-file', fileId: file.id, role },
  });
  recordStep(tx, order, { kind: 'FILE_ADDED', facts: { fileId: file.id, role } });
  publishOrder(tx, order, { reason: 'FILES' });
  return order;
}

/** Refuses before any byte is read what `attachOrderFile` would refuse after all of them. */
export async function permitOrderFile(
  tx: Tx<'em' | 'actor'>,
  { orderId, role }: Pick<AttachOrderFile, 'orderId' | 'role'>,
): Promise<void> {
  requireUpload(tx.actor, partiesOf(await findOrder(tx, orderId)), role);
  await requireSpace(tx, { orderId, role });
}

/** What is delivered at once, and what belongs to one request for changes, is not endless. */
async function requireSpace(
  { em }: Tx<'em'>,
  { orderId, role }: Pick<AttachOrderFile, 'orderId' | 'role'>,
): Promise<void> {
  if (role === 'MANUSCRIPT') return;
  const waiting = await em.count(OrderFile, { order: orderId, role, deliveryId: null, file: { deletedAt: null } });
  if (waiting >= mostFiles) throw new DomainError('TOO_MANY_FILES', { most: mostFiles });
}
