import { can } from '../../access/actor.ts';
import type { FileQuestion } from '../../files/index.ts';
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
export const mayReadOrderFile: FileQuestion = async ({ db, actor }, fileId) =>
  (await attachments(db, fileId)).some((order) => readers.some((reader) => reader === roleIn(actor, order))) ||
  (can(actor, 'order:export') && (await isOwnExport(db, { fileId, userId: actor.userId })));

/** An export is read by who asked for it, while they may export. */
const isOwnExport = async (
  db: Db,
  { fileId, userId }: { readonly fileId: string; readonly userId: string | null },
): Promise<boolean> =>
  (await db
    .selectFrom('order_export')
    .select('id')
    .where('file_id', '=', fileId)
    .where('requested_by_id', '=', userId ?? '')
    .executeTakeFirst()) !== undefined;

/** A file stays once the order counts on it. */
export const isOrderFileHeld: FileQuestion = async ({ db }, fileId) =>
  (await attachments(db, fileId)).some((attached) => !isFileFree(attached));
