import type { OrderStatus } from '../../entities/orders/order.entity.ts';
import { can, demand, type Actor } from '../access/actor.ts';
import type { Container, ContainerRules } from '../access/containers.ts';
import type { Permission } from '../access/permissions.ts';
import { DomainError, hiding } from '../kernel/errors.ts';
import { availableActions } from '../kernel/states.ts';
import { orderStates, type OrderVerb } from './order.states.ts';

/** What the rules need to know of an order. */
export interface OrderParties {
  readonly id: string;
  readonly status: OrderStatus;
  readonly customerId: string;
  readonly proofreaderId: string | null;
}

/** What somebody is to one order. READER and PROGRAM may see every order; a program does what its scopes say. */
export type Place = 'HOUSE' | 'ADMIN' | 'CUSTOMER' | 'PROOFREADER' | 'READER' | 'PROGRAM';

/** null: nothing, so that for them it does not exist. */
export type Standing = Place | null;

export function standingOf(actor: Actor, order: Pick<OrderParties, 'customerId' | 'proofreaderId'>): Standing {
  if (actor.kind === 'SYSTEM') return 'HOUSE';
  const seesAll = actor.kind === 'SERVICE' ? 'PROGRAM' : 'READER';
  return ownPlace(actor, order) ?? (can(actor, 'order:list') ? seesAll : null);
}

function ownPlace({ kind, role, userId }: Actor, order: Pick<OrderParties, 'customerId' | 'proofreaderId'>): Standing {
  if (role === 'ADMIN') return 'ADMIN';
  if (kind !== 'PERSON') return null;
  if (userId === order.customerId) return 'CUSTOMER';
  return role === 'PROOFREADER' && userId === order.proofreaderId ? 'PROOFREADER' : null;
}

interface Rule {
  readonly permission: Permission;
  readonly who: readonly Place[];
  readonly needsProofreader?: boolean;
}

/** Who may do what, place by place. The house pays nothing and starts nothing: it only confirms payments. */
export const orderRules: Readonly<Record<OrderVerb, Rule>> = {
  pay: { permission: 'payment:open', who: ['CUSTOMER'] },
  assign: { permission: 'order:assign', who: ['ADMIN', 'PROGRAM'] },
  start: { permission: 'order:start', who: ['PROOFREADER', 'ADMIN'], needsProofreader: true },
  deliver: { permission: 'order:deliver', who: ['PROOFREADER', 'ADMIN'], needsProofreader: true },
  suspend: { permission: 'order:suspend', who: ['ADMIN', 'PROGRAM'] },
  resume: { permission: 'order:resume', who: ['ADMIN', 'PROGRAM'] },
  cancel: { permission: 'order:cancel', who: ['CUSTOMER', 'ADMIN'] },
};

/** The same as an order's rules for those who have a place in it. */
const places: ContainerRules<Place> = Object.fromEntries(
  Object.values(orderRules).map(({ permission, who }) => [permission, who]),
);

/** The order as this actor meets it: what they may do in it is asked of `can`. */
export function orderFor(actor: Actor, order: Pick<OrderParties, 'customerId' | 'proofreaderId'>): Container<Place> {
  const standing = standingOf(actor, order);
  return { rules: places, places: standing === null ? [] : [standing] };
}

/** The verbs this person may use on this order now. */
export function actionsFor(actor: Actor, order: OrderParties): OrderVerb[] {
  const container = orderFor(actor, order);
  return availableActions<OrderStatus, OrderVerb>(orderStates, order.status).filter((verb) => {
    const { permission, needsProofreader = false } = orderRules[verb];
    return can(actor, permission, { container }) && !(needsProofreader && order.proofreaderId === null);
  });
}

/** Refuses whoever is nothing to this order: for them it does not exist. */
export function demandSight(
  actor: Actor,
  order: Pick<OrderParties, 'customerId' | 'proofreaderId'> & { readonly id: string },
): void {
  if (standingOf(actor, order) === null) throw hiding({ type: 'command', id: order.id });
}

/** Refuses a person who may not use this verb on this order, whatever its state. */
export function demandVerb(actor: Actor, order: OrderParties, verb: OrderVerb): void {
  demandSight(actor, order);
  const { permission, needsProofreader = false } = orderRules[verb];
  demand(actor, permission, { container: orderFor(actor, order) });
  if (needsProofreader && order.proofreaderId === null)
    throw new DomainError('ACTION_NOT_ALLOWED', { action: verb, status: order.status });
}
