import type { Db } from '../../platform/context.ts';

/** Who works on an order and what it is called, for the conversation about it; null when there is no such order. */
export async function peopleOfOrder(
  db: Db,
  orderId: string,
): Promise<{ subject: string; customerId: string; proofreaderId: string | null } | null> {
  const row = await db
    .selectFrom('customer_order')
    .select(['title as subject', 'customer_id as customerId', 'proofreader_id as proofreaderId'])
    .where('id', '=', orderId)
    .executeTakeFirst();
  return row ?? null;
}
