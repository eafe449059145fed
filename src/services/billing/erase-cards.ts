import { writing } from '../platform/orm/values.ts';
import type { Tx } from '../platform/context.ts';
import { detach } from './save-card.ts';

/** Deletes the saved cards of a person whose account goes; their providers forget them too. Answers how many there were. */
export async function eraseCards(tx: Tx<'em' | 'enqueue'>, personId: string): Promise<number> {
  const { db } = writing(tx.em);
  const cards = await db
    .selectFrom('payment_method')
    .select(['provider', 'provider_method_id'])
    .where('person_id', '=', personId)
    .execute();
  for (const card of cards) detach(tx, { provider: card.provider, providerMethodId: card.provider_method_id });
  await db.deleteFrom('payment_method').where('person_id', '=', personId).execute();
  await db.deleteFrom('payment_customer').where('person_id', '=', personId).execute();
  return cards.length;
}
