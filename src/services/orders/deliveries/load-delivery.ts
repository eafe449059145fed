import { Delivery } from '../../../entities/orders/delivery.entity.ts';
import { Order } from '../../../entities/orders/order.entity.ts';
import { DomainError } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/context.ts';
import { partiesOf } from '../load-order.ts';
import { requireVerb, type PersonalVerb } from '../order.policy.ts';

export interface LoadedDelivery {
  readonly delivery: Delivery;
  readonly order: Order;
}

export async function findDelivery({ em }: Tx<'em'>, id: string): Promise<LoadedDelivery> {
  const delivery = isId(id) ? await em.findOne(Delivery, { id }) : null;
  if (delivery === null) throw new DomainError('NOT_FOUND');
  return { delivery, order: await em.findOneOrFail(Order, { id: delivery.order.id }) };
}

/** A delivery and its order, for someone who may use this verb on the order; for anyone else it does not exist. */
export async function loadDelivery(tx: Tx<'em' | 'actor'>, id: string, verb: PersonalVerb): Promise<LoadedDelivery> {
  const loaded = await findDelivery(tx, id);
  requireVerb(tx.actor, partiesOf(loaded.order), verb);
  return loaded;
}
