import type { OrderStatus } from '../../entities/orders/order.entity.ts';
import { demand, type Actor } from '../access/actor.ts';
import { may, type Permission } from '../access/permissions.ts';
import { DomainError } from '../kernel/errors.ts';
import { availableActions } from '../kernel/states.ts';
import { orderStates, type OrderVerb } from './order.states.ts';

/** What the rules need to know of an order. */
export interface OrderParties {
  readonly status: OrderStatus;
  readonly customerId: string;
  readonly proofreaderId: string | null;
}

/** What a person is to one order; null: nothing, so that for them it does not exist. */
export type Standing = 'HOUSE' | 'ADMIN' | 'CUSTOMER' | 'PROOFREADER' | null;

export function standingOf(actor: Actor, order: Pick<OrderParties, 'customerId' | 'proofreaderId'>): Standing {
  if (actor.kind === 'SYSTEM') return 'HOUSE';
  if (actor.userId === null) return null;
  if (actor.role === 'ADMIN') return 'ADMIN';
  if (actor.userId === order.customerId) return 'CUSTOMER';
  return actor.role === 'PROOFREADER' && actor.userId === order.proofreaderId ? 'PROOFREADER' : null;
}

interface Rule {
  readonly permission: Permission;
  readonly who: readonly Standing[];
  readonly needsProofreader?: boolean;
}

/** Who may do what, person by person. The house pays nothing and starts nothing: it only confirms payments. */
export const orderRules: Readonly<Record<OrderVerb, Rule>> = {
  pay: { permission: 'payment:open', who: ['CUSTOMER'] },
  assign: { permission: 'order:assign', who: ['ADMIN'] },
  start: { permission: 'order:start', who: ['PROOFREADER', 'ADMIN'], needsProofreader: true },
  deliver: { permission: 'order:deliver', who: ['PROOFREADER', 'ADMIN'], needsProofreader: true },
  suspend: { permission: 'order:suspend', who: ['ADMIN'] },
  resume: { permission: 'order:resume', who: ['ADMIN'] },
  cancel: { permission: 'order:cancel', who: ['CUSTOMER', 'ADMIN'] },
};

/** The verbs this person may use on this order now. */
export function actionsFor(actor: Actor, order: OrderParties): OrderVerb[] {
  const standing = standingOf(actor, order);
  return availableActions<OrderStatus, OrderVerb>(orderStates, order.status).filter((verb) => {
    const { permission, who, needsProofreader = false } = orderRules[verb];
    return may(actor.role, permission) && who.includes(standing) && !(needsProofreader && order.proofreaderId === null);
  });
}

/** Refuses whoever is nothing to this order: for them it does not exist. */
export function demandSight(actor: Actor, order: Pick<OrderParties, 'customerId' | 'proofreaderId'>): void {
  if (standingOf(actor, order) === null) throw new DomainError('NOT_FOUND');
}

/** Refuses a person who may not use this verb on this order, whatever its state. */
export function demandVerb(actor: Actor, order: OrderParties, verb: OrderVerb): void {
  demandSight(actor, order);
  const { permission, who, needsProofreader = false } = orderRules[verb];
  demand(actor, permission);
  if (!who.includes(standingOf(actor, order))) throw new DomainError('FORBIDDEN');
  if (needsProofreader && order.proofreaderId === null) throw new DomainError('ACTION_NOT_ALLOWED', { action: verb, status: order.status });
}
