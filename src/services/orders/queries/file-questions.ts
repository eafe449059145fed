import { mayReadExport, type FileQuestion } from '../../files/index.ts';
import type { Db } from '../../platform/context.ts';
import { roleIn, type OrderMember } from '../order.policy.ts';
import { isFileFree } from '../order-file.policy.ts';

const attachments = (db: Db, fileId: string) =>
  db
    .selectFrom('order_file as attached')
    .innerJoin('customer_order as o', 'o.id', 'attached.order_id')
    .select([
      'attached.role',
      'attached.delivery_id as deliveryId',
      'o.status',
      'o.customer_id as customerId',
      'o.proofreader_id as proofreaderId',
    ])
    .where('attached.file_id', '=', fileId)
    .execute();

const readers: readonly OrderMember[] = ['SYSTEM', 'ADMIN', 'CUSTOMER', 'PROOFREADER'];

/** Whoever has a part in an order may read its files; to look after orders is not to read manuscripts. */
export const mayReadOrderFile: FileQuestion = async (ctx, fileId) =>
  (await attachments(ctx.db, fileId)).some((order) => readers.some((reader) => reader === roleIn(ctx.actor, order))) ||
  (await isOwnExport(ctx, fileId));

const isOwnExport = mayReadExport('order_export', 'order:export');

/** A file stays once the order counts on it. */
export const isOrderFileHeld: FileQuestion = async ({ db }, fileId) =>
  (await attachments(db, fileId)).some((attached) => !isFileFree(attached));
