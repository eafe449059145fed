import { DomainError, hiding } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import type { ReadContext } from '../../platform/context.ts';
import { roleIn } from '../order.policy.ts';
import type { OrderFileRow } from './order-row.ts';

/** One file of an order, for an actor who may see the order; for anyone else it does not exist. */
export async function getOrderFile({ db, actor }: ReadContext, id: string): Promise<OrderFileRow> {
  const rows = isId(id)
    ? await db
        .selectFrom('order_file as attached')
        .innerJoin('stored_file as file', 'file.id', 'attached.file_id')
        .innerJoin('customer_order as o', 'o.id', 'attached.order_id')
        .select(['file.id as id', 'attached.role as role', 'file.name as name', 'file.kind as kind'])
        .select(['file.mime_type as mimeType', 'file.size_bytes as sizeBytes', 'file.created_at as createdAt'])
        .select('file.scan_status as scanStatus')
        .select(['o.customer_id as customerId', 'o.proofreader_id as proofreaderId'])
        .where('file.id', '=', id)
        .where('file.deleted_at', 'is', null)
        .orderBy('attached.order_id')
        .execute()
    : [];
  if (rows.length === 0) throw new DomainError('NOT_FOUND');
  const seen = rows.find((order) => roleIn(actor, order) !== null);
  if (seen === undefined) throw hiding({ type: 'file', id });
  return seen;
}
