import type { OrderStatus } from '../../entities/orders/order.entity.ts';
import { can, requirePermission, type Actor } from '../access/actor.ts';
import type { Container, ContainerRules } from '../access/containers.ts';
import type { Permission } from '../access/permissions.ts';
import { DomainError, hiding } from '../kernel/errors.ts';
import { availableActions } from '../kernel/states.ts';
import { orderStates, type OrderVerb } from './order.states.ts';
import { isAcceptanceRequired } from './review/agreed-price.ts';

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
  /** Those of them who may do it only while nothing is paid. */
  readonly beforePayment?: readonly OrderMember[];
  readonly needsProofreader?: boolean;
}

/** What the application alone does: it has no rule, and nobody is offered it. */
const ownVerbs = ['expire', 'expireQuote'] as const satisfies readonly OrderVerb[];
export type PersonalVerb = Exclude<OrderVerb, (typeof ownVerbs)[number]>;

export const isPersonal = (verb: OrderVerb): verb is PersonalVerb => !(ownVerbs as readonly OrderVerb[]).includes(verb);

/** Who may do what, by role. The application itself only confirms payments, which needs no rule here. */
export const orderRules: Readonly<Record<PersonalVerb, Rule>> = {
  pay: { permission: 'payment:open', who: ['CUSTOMER'] },
  submitForReview: { permission: 'order:submit', who: ['CUSTOMER'] },
  requestConsultation: { permission: 'order:request-consultation', who: ['CUSTOMER', 'ADMIN'] },
  closeConsultation: { permission: 'order:review', who: ['ADMIN'] },
  verifyPages: { permission: 'order:review', who: ['ADMIN'] },
  acceptMeasuredPages: { permission: 'order:submit', who: ['CUSTOMER'] },
  quote: { permission: 'quote:manage', who: ['ADMIN'] },
  acceptQuote: { permission: 'quote:answer', who: ['CUSTOMER'] },
  refuseQuote: { permission: 'quote:answer', who: ['CUSTOMER'] },
  assign: { permission: 'order:assign', who: ['ADMIN', 'PROGRAM'] },
  unassign: { permission: 'order:assign', who: ['ADMIN', 'PROGRAM'], needsProofreader: true },
  decline: { permission: 'order:decline', who: ['PROOFREADER'], needsProofreader: true },
  start: { permission: 'order:start', who: ['PROOFREADER', 'ADMIN'], needsProofreader: true },
  deliver: { permission: 'order:deliver', who: ['PROOFREADER', 'ADMIN'], needsProofreader: true },
  acceptDelivery: { permission: 'delivery:answer', who: ['CUSTOMER'] },
  requestChanges: { permission: 'delivery:answer', who: ['CUSTOMER'] },
  suspend: { permission: 'order:suspend', who: ['ADMIN', 'PROGRAM'] },
  resume: { permission: 'order:resume', who: ['ADMIN', 'PROGRAM'] },
  cancel: { permission: 'order:cancel', who: ['CUSTOMER', 'ADMIN'], beforePayment: ['CUSTOMER'] },
};

/** The states in which the order is paid. */
const paidStatuses: readonly OrderStatus[] = ['PAID', 'IN_PROGRESS', 'SUSPENDED', 'COMPLETED'];

/** What keeps the rule from being used on this order by this member now, whatever its state allows. */
const isKept = (rule: Rule, order: OrderParties, role: OrderRole): boolean =>
  (rule.needsProofreader === true && order.proofreaderId === null) ||
  (role !== null && rule.beforePayment?.includes(role) === true && paidStatuses.includes(order.status));

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
    if (!isPersonal(verb)) return false;
    const rule = orderRules[verb];
    return can(actor, rule.permission, { container }) && !isKept(rule, order, roleIn(actor, order));
  });
}

/** What of an order's price decides what may be done about it. */
export interface AgreedPrice {
  readonly status: OrderStatus;
  readonly totalCents: number;
  readonly finalCents?: number | null;
  readonly quoteId?: string | null;
}

/** Does the price leave this verb open? A quote is not reviewed again, and only a higher count waits for an acceptance. */
export function isLeftByPrice({ status, totalCents, finalCents, quoteId }: AgreedPrice, verb: OrderVerb): boolean {
  if (verb === 'submitForReview' || verb === 'requestConsultation') return (quoteId ?? null) === null;
  if (verb !== 'acceptMeasuredPages') return true;
  const cents = finalCents ?? null;
  return isAcceptanceRequired({
    status,
    totalCents: Number(totalCents),
    finalCents: cents === null ? null : Number(cents),
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
export function requireVerb(actor: Actor, order: OrderParties, verb: PersonalVerb): void {
  requireVisible(actor, order);
  const rule = orderRules[verb];
  requirePermission(actor, rule.permission, { container: orderFor(actor, order) });
  if (isKept(rule, order, roleIn(actor, order)))
    throw new DomainError('ACTION_NOT_ALLOWED', { action: verb, status: order.status });
}
