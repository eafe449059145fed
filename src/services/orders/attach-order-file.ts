import type { StoredFile } from '../../entities/files/stored-file.entity.ts';
import { OrderFile } from '../../entities/orders/order-file.entity.ts';
import type { Order } from '../../entities/orders/order.entity.ts';
import type { Needs } from '../platform/scope.ts';
import { orderFileAdded } from './events.ts';
import { announceOrder } from './live.ts';
import { findOrder, partiesOf } from './load-order.ts';
import { demandUpload, type UploadRole } from './order-file.policy.ts';

export interface AttachOrderFile {
  readonly orderId: string;
  readonly role: UploadRole;
  /** Remembered in the same transaction. */
  readonly file: StoredFile;
}

/** Ties a file that was just received to an order: a manuscript of the customer, or the proofreader's corrected text. */
export async function attachOrderFile(
  needs: Needs<'em' | 'actor' | 'emit' | 'announce' | 'record'>,
  { orderId, role, file }: AttachOrderFile,
): Promise<Order> {
  const order = await findOrder(needs, orderId);
  const parties = partiesOf(order);
  demandUpload(needs.actor, parties, role);
  needs.em.create(OrderFile, { order, file, role });
  needs.emit(orderFileAdded, {
    orderId: order.id,
    fileId: file.id,
    role,
    customerId: parties.customerId,
    proofreaderId: parties.proofreaderId,
  });
  needs.record({
    action: 'COMMAND_UPDATED',
    targetType: 'command',
    targetId: order.id,
    payload: { verb: 'add-file', fileId: file.id, role },
  });
  announceOrder(needs, order.id);
  return order;
}

/** Refuses before any byte is read what `attachOrderFile` would refuse after all of them. */
export async function permitOrderFile(
  needs: Needs<'em' | 'actor'>,
  { orderId, role }: Pick<AttachOrderFile, 'orderId' | 'role'>,
): Promise<void> {
  demandUpload(needs.actor, partiesOf(await findOrder(needs, orderId)), role);
}
