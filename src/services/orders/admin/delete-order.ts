import { StoredFile } from '../../../entities/files/stored-file.entity.ts';
import { requirePermission } from '../../access/actor.ts';
import { moneyOfSubject } from '../../billing/index.ts';
import { destroyFile } from '../../files/index.ts';
import { DomainError } from '../../kernel/errors.ts';
import { heldAmong } from '../../platform/legal-holds.ts';
import { writing } from '../../platform/orm/values.ts';
import type { Tx } from '../../platform/context.ts';
import { orderDeleted } from '../events.ts';
import { findLockedOrder, partiesOf } from '../load-order.ts';
import { requireVisible } from '../order.policy.ts';
import { orderSubject } from '../order-subject.ts';

type DeletingTx = Tx<'em' | 'actor' | 'now' | 'emit' | 'enqueue' | 'record'>;

/**
 * An admin deletes an order that never had a payment, nor an invoice, with its timeline, notes and files. Errors: NOT_FOUND,
 * ORDER_HAS_PAYMENTS, LEGAL_HOLD.
 */
export async function deleteOrder(tx: DeletingTx, { orderId }: { readonly orderId: string }): Promise<boolean> {
  const order = await findLockedOrder(tx, orderId);
  if (order === null) throw new DomainError('NOT_FOUND');
  requireVisible(tx.actor, partiesOf(order));
  requirePermission(tx.actor, 'order:delete');
  // One that is being paid just now counts, and so does one that failed: somebody may still ask what became of it.
  if ((await moneyOfSubject(tx, orderSubject(orderId))).hasAny) throw new DomainError('ORDER_HAS_PAYMENTS');
  const { db } = writing(tx.em);
  if ((await heldAmong(db, 'customer_order', [orderId])).length > 0) throw new DomainError('LEGAL_HOLD');
  await destroyFilesOf(tx, orderId);
  // Its timeline, notes and places of files go with it.
  tx.em.remove(order);
  tx.emit(orderDeleted, { orderId, customerId: order.customer.id });
  tx.record({
    action: 'COMMAND_DELETED',
    targetType: 'command',
    targetId: orderId,
    payload: { status: order.status, amount: order.totalCents, currency: order.currency },
  });
  return true;
}

/** A file that another order has too stays. */
async function destroyFilesOf(tx: DeletingTx, orderId: string): Promise<void> {
  const { db } = writing(tx.em);
  const attached = await db
    .selectFrom('order_file as f')
    .select('f.file_id as id')
    .where('f.order_id', '=', orderId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('order_file as other')
            .select('other.id')
            .whereRef('other.file_id', '=', 'f.file_id')
            .where('other.order_id', '<>', orderId),
        ),
      ),
    )
    .execute();
  if (attached.length === 0) return;
  const files = await tx.em.find(StoredFile, { id: { $in: attached.map(({ id }) => id) }, deletedAt: null });
  for (const file of files) await destroyFile(tx, file);
}
