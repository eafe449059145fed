import type { OrderStatus } from '../../entities/orders/order.entity.ts';
import { can, requirePermission, type Actor } from '../access/actor.ts';
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

/** Somebody's role in one order. READER and PROGRAM may see every order; a program does what its scopes allow. */
export type OrderMember = 'SYSTEM' | 'ADMIN' | 'CUSTOMER' | 'PROOFREADER' | 'READER' | 'PROGRAM';

/** null: none, so that for them the order does not exist. */
export type OrderRole = OrderMember | null;

export function roleIn(actor: Actor, order: Pick<OrderParties, 'customerId' | 'proofreaderId'>): OrderRole {
  if (actor.kind === 'SYSTEM') return 'SYSTEM';
  const seesAll = actor.kind === 'SERVICE' ? 'PROGRAM' : 'READER';
  return ownRole(actor, order) ?? (can(actor, 'order:list') ? seesAll : null);
}

function ownRole({ kind, role, userId }: Actor, order: Pick<OrderParties, 'customerId' | 'proofreaderId'>): OrderRole {
  if (role === 'ADMIN') return 'ADMIN';
  if (kind !== 'PERSON') return null;
  if (userId === order.customerId) return 'CUSTOMER';
  return role === 'PROOFREADER' && userId === order.proofreaderId ? 'PROOFREADER' : null;
}

interface Rule {
  readonly permission: Permission;
  readonly who: readonly OrderMember[];
  readonly needsProofreader?: boolean;
}

/** Who may do what, by role. The application itself only confirms payments, which needs no rule here. */
export const orderRules: Readonly<Record<OrderVerb, Rule>> = {
  pay: { permission: 'payment:open', who: ['CUSTOMER'] },
  assign: { permission: 'order:assign', who: ['ADMIN', 'PROGRAM'] },
  start: { permission: 'order:start', who: ['PROOFREADER', 'ADMIN'], needsProofreader: true },
  deliver: { permission: 'order:deliver', who: ['PROOFREADER', 'ADMIN'], needsProofreader: true },
  suspend: { permission: 'order:suspend', who: ['ADMIN', 'PROGRAM'] },
  resume: { permission: 'order:resume', who: ['ADMIN', 'PROGRAM'] },
  cancel: { permission: 'order:cancel', who: ['CUSTOMER', 'ADMIN'] },
};

/** The same rules by permission. */
const roles: ContainerRules<OrderMember> = Object.fromEntries(
  Object.values(orderRules).map(({ permission, who }) => [permission, who]),
);

/** The order and this actor's role in it, for `can`. */
export function orderFor(
  actor: Actor,
  order: Pick<OrderParties, 'customerId' | 'proofreaderId'>,
): Container<OrderMember> {
  const role = roleIn(actor, order);
  return { rules: roles, places: role === null ? [] : [role] };
}

/** The verbs this person may use on this order now. */
export function actionsFor(actor: Actor, order: OrderParties): OrderVerb[] {
  const container = orderFor(actor, order);
  return availableActions<OrderStatus, OrderVerb>(orderStates, order.status).filter((verb) => {
    const { permission, needsProofreader = false } = orderRules[verb];
    return can(actor, permission, { container }) && !(needsProofreader && order.proofreaderId === null);
  });
}

/** Refuses an actor without a role in this order: for them it does not exist. */
export function requireVisible(
  actor: Actor,
  order: Pick<OrderParties, 'customerId' | 'proofreaderId'> & { readonly id: string },
): void {
  if (roleIn(actor, order) === null) throw hiding({ type: 'command', id: order.id });
}

/** Refuses a person who may not use this verb on this order, whatever its state. */
export function requireVerb(actor: Actor, order: OrderParties, verb: OrderVerb): void {
  requireVisible(actor, order);
  const { permission, needsProofreader = false } = orderRules[verb];
  requirePermission(actor, permission, { container: orderFor(actor, order) });
  if (needsProofreader && order.proofreaderId === null)
    throw new DomainError('ACTION_NOT_ALLOWED', { action: verb, status: order.status });
}
