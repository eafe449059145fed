import { writing } from '../platform/orm/values.ts';
import type { Tx } from '../platform/context.ts';

/** Deletes the saved cards of a person whose account goes; answers how many there were. */
export async function eraseCards({ em }: Tx<'em'>, personId: string): Promise<number> {
  const { db } = writing(em);
  const { numDeletedRows } = await db.deleteFrom('payment_method').where('person_id', '=', personId).executeTakeFirst();
  await db.deleteFrom('payment_customer').where('person_id', '=', personId).execute();
  return Number(numDeletedRows);
}
