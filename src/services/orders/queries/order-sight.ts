import { orderAudiences, type OrderAudience } from '../../../entities/orders/order-event.entity.ts';
import { idOf, type Actor } from '../../access/actor.ts';
import { DomainError } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import type { ReadContext } from '../../platform/context.ts';
import { requireVisible, type OrderParties } from '../order.policy.ts';
import { audiencesIn } from '../timeline/audiences.ts';

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

/** A change of an order: for everybody who sees it, unless it is for some of them. */
interface Change {
  readonly orderId: string;
  readonly visibleTo: OrderAudience;
}

/** The ids of those of these people who see this change of the order now. */
export async function whoSeesOrder(
  ctx: Pick<ReadContext, 'db'>,
  { orderId, visibleTo }: Change,
  people: readonly Actor[],
): Promise<ReadonlySet<string>> {
  const order = await partiesById(ctx, orderId);
  const seeing = order === undefined ? [] : people.filter((person) => audiencesIn(person, order).includes(visibleTo));
  return new Set(seeing.map(idOf).filter((id) => id !== null));
}

/** Whom a change that was published is for. */
export const audienceOf = (payload: Readonly<Record<string, unknown>>): OrderAudience =>
  orderAudiences.find((audience) => audience === payload['visibleTo']) ?? 'ALL';
