import { StoredFile } from '../../entities/files/stored-file.entity.ts';
import { OrderFile } from '../../entities/orders/order-file.entity.ts';
import type { Order } from '../../entities/orders/order.entity.ts';
import { closePayments } from '../billing/index.ts';
import { destroyFile, receiveFile } from '../files/index.ts';
import { DomainError } from '../kernel/errors.ts';
import { isId } from '../kernel/ids.ts';
import type { TransactionContext, Tx } from '../platform/context.ts';
import { heldAmong } from '../platform/legal-holds.ts';
import { writing } from '../platform/orm/values.ts';
import { addFile } from './attach-order-file.ts';
import { orderSubmitted } from './events.ts';
import { findLockedOrder, partiesOf } from './load-order.ts';
import { moveOrder } from './move-order.ts';
import { requireUpload, uploadRules } from './order-file.policy.ts';
import { orderSubject } from './order-subject.ts';
import { keptOnce, type UploadContext, type UploadOrderFile } from './upload-order-file.ts';
import type { ReviewTx } from './review/review-tx.ts';

interface Place {
  readonly orderId: string;
  /** The manuscript that is replaced. */
  readonly fileId: string;
}

export type ReplaceManuscript = UploadOrderFile & Place;

/**
 * The customer sends another text in the place of a manuscript, until the work begins. The one before is destroyed, and pages that were
 * counted in it count no more. Errors: NOT_FOUND, ACTION_NOT_ALLOWED, LEGAL_HOLD, and those of files.
 */
export const replaceManuscript = (
  ctx: UploadContext,
  { orderId, fileId, file, key }: ReplaceManuscript,
): Promise<Order> =>
  receiveFile(ctx, {
    upload: file,
    kinds: uploadRules.MANUSCRIPT.kinds,
    permit: async () => void (await ctx.run(openPlace, { orderId, fileId })),
    attach: (tx, stored) =>
      keptOnce(tx, { operation: 'replaceManuscript', orderId, file: stored, key, more: { fileId } }, () =>
        replace(tx, { orderId, fileId, file: stored }),
      ),
  });

/** The order, locked, and the manuscript in it, for somebody who may replace it. */
async function openPlace(
  tx: Tx<'em' | 'actor'>,
  { orderId, fileId }: Place,
): Promise<{ readonly order: Order; readonly replaced: OrderFile }> {
  const order = await findLockedOrder(tx, orderId);
  if (order === null) throw new DomainError('NOT_FOUND');
  requireUpload(tx.actor, partiesOf(order), 'MANUSCRIPT');
  if (order.startedAt !== null)
    throw new DomainError('ACTION_NOT_ALLOWED', { action: 'replaceManuscript', status: order.status });
  const replaced = isId(fileId)
    ? await tx.em.findOne(OrderFile, { order, role: 'MANUSCRIPT', file: { id: fileId, deletedAt: null } })
    : null;
  if (replaced === null) throw new DomainError('NOT_FOUND');
  return { order, replaced };
}

async function replace(
  tx: TransactionContext,
  { orderId, fileId, file }: Place & { readonly file: StoredFile },
): Promise<Order> {
  const { order, replaced } = await openPlace(tx, { orderId, fileId });
  if ((await heldAmong(writing(tx.em).db, 'customer_order', [orderId])).length > 0) throw new DomainError('LEGAL_HOLD');
  tx.em.remove(replaced);
  // A file that another order has too stays.
  if ((await tx.em.count(OrderFile, { file: fileId, order: { $ne: orderId } })) === 0)
    await destroyFile(tx, await tx.em.findOneOrFail(StoredFile, { id: fileId }));
  addFile(tx, order, { role: 'MANUSCRIPT', file, replacedFileId: fileId });
  await countAgain(tx, order);
  return order;
}

/** Pages that were counted in a text that is gone decide of no price: the team counts again before anything is paid. A quote holds. */
async function countAgain(tx: ReviewTx, order: Order): Promise<void> {
  if (order.paidAt !== null || order.quoteId !== null || order.verifiedPages === null) return;
  Object.assign(order, { verifiedPages: null, finalCents: null });
  if (order.status === 'PENDING') {
    moveOrder(tx, order, 'submitForReview');
    await closePayments(tx, orderSubject(order.id));
  }
  if (order.status === 'AWAITING_REVIEW') tx.emit(orderSubmitted, { orderId: order.id, customerId: order.customer.id });
}
