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

type AttachingTx = Tx<'em' | 'actor' | 'now' | 'emit' | 'publish' | 'record'>;

/** So many manuscripts an order may have. */
const mostManuscripts = 20;

/** Ties a file that was just received to an order: a manuscript of the customer, or the proofreader's corrected text. */
export async function attachOrderFile(tx: AttachingTx, { orderId, role, file }: AttachOrderFile): Promise<Order> {
  const order = await findOrder(tx, orderId);
  requireUpload(tx.actor, partiesOf(order), role);
  await requireSpace(tx, { orderId, role });
  addFile(tx, order, { role, file });
  return order;
}

interface AddedFile extends Pick<AttachOrderFile, 'role' | 'file'> {
  /** The one that it takes the place of. */
  readonly replacedFileId?: string;
}

/** Adds a file to an order, whoever decided that it may come. */
export function addFile(tx: AttachingTx, order: Order, { role, file, ...replaced }: AddedFile): void {
  const { customerId, proofreaderId } = partiesOf(order);
  const facts = { fileId: file.id, role, ...replaced };
  const isReplacing = replaced.replacedFileId !== undefined;
  tx.em.create(OrderFile, { order, file, role });
  tx.emit(orderFileAdded, { orderId: order.id, fileId: file.id, role, customerId, proofreaderId });
  tx.record({
    action: 'COMMAND_UPDATED',
    targetType: 'command',
    targetId: order.id,
    payload: { verb: isReplacing ? 'replace-file' : 'add-file', ...facts },
  });
  recordStep(tx, order, { kind: isReplacing ? 'FILE_REPLACED' : 'FILE_ADDED', facts });
  publishOrder(tx, order, { reason: 'FILES' });
}

/** Refuses before any byte is read what `attachOrderFile` would refuse after all of them. */
export async function permitOrderFile(
  tx: Tx<'em' | 'actor'>,
  { orderId, role }: Pick<AttachOrderFile, 'orderId' | 'role'>,
): Promise<void> {
  requireUpload(tx.actor, partiesOf(await findOrder(tx, orderId)), role);
  await requireSpace(tx, { orderId, role });
}

/** What is proofread in one order, what is delivered at once, and what belongs to one request for changes, is not endless. */
async function requireSpace(
  { em }: Tx<'em'>,
  { orderId, role }: Pick<AttachOrderFile, 'orderId' | 'role'>,
): Promise<void> {
  const there = await em.count(OrderFile, { order: orderId, role, deliveryId: null, file: { deletedAt: null } });
  if (role === 'MANUSCRIPT') {
    if (there >= mostManuscripts) throw new DomainError('QUOTA_EXCEEDED', { mostFiles: mostManuscripts });
  } else if (there >= mostFiles) throw new DomainError('TOO_MANY_FILES', { most: mostFiles });
}
