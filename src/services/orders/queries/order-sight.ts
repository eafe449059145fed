import { idOf, type Actor } from '../../access/actor.ts';
import { DomainError } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import type { ReadContext } from '../../platform/context.ts';
import { requireVisible, roleIn, type OrderParties } from '../order.policy.ts';

type Parties = Pick<OrderParties, 'id' | 'customerId' | 'proofreaderId'>;

const partiesById = async ({ db }: Pick<ReadContext, 'db'>, id: string): Promise<Parties | undefined> =>
  isId(id)
    ? db
        .selectFrom('customer_order')
        .select(['id', 'customer_id as customerId', 'proofreader_id as proofreaderId'])
        .where('id', '=', id)
        .executeTakeFirst()
    : undefined;

/** Refuses an actor who may not see this order, in the same way as an order that does not exist. */
export async function requireOrder(ctx: Pick<ReadContext, 'db' | 'actor'>, id: string): Promise<void> {
  const order = await partiesById(ctx, id);
  if (order === undefined) throw new DomainError('NOT_FOUND');
  requireVisible(ctx.actor, order);
}

/** The ids of those of these people who see the order now. */
export async function whoSeesOrder(
  ctx: Pick<ReadContext, 'db'>,
  id: string,
  people: readonly Actor[],
): Promise<ReadonlySet<string>> {
  const order = await partiesById(ctx, id);
  const seeing = order === undefined ? [] : people.filter((person) => roleIn(person, order) !== null);
  return new Set(seeing.map(idOf).filter((id) => id !== null));
}
