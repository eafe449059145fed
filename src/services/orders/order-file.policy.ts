import type { FileKind } from '../../entities/files/stored-file.entity.ts';
import type { OrderFileRole } from '../../entities/orders/order-file.entity.ts';
import type { OrderStatus } from '../../entities/orders/order.entity.ts';
import type { Actor } from '../access/actor.ts';
import { DomainError } from '../kernel/errors.ts';
import { requireVisible, roleIn, type OrderParties, type OrderRole } from './order.policy.ts';

/** The roles a person can give to a file they send. */
export type UploadRole = OrderFileRole;

interface UploadRule {
  readonly who: readonly OrderRole[];
  readonly during: readonly OrderStatus[];
  readonly kinds: readonly FileKind[];
}

/** Who may bring which file to an order, and when. Bringing a corrected file starts nothing: the work was begun before. */
export const uploadRules: Readonly<Record<UploadRole, UploadRule>> = {
  MANUSCRIPT: {
    who: ['CUSTOMER', 'ADMIN'],
    during: ['PENDING', 'AWAITING_REVIEW', 'AWAITING_CONSULTATION', 'QUOTE_SENT', 'PAID', 'IN_PROGRESS', 'SUSPENDED'],
    kinds: ['DOCUMENT'],
  },
  CORRECTED: { who: ['PROOFREADER', 'ADMIN'], during: ['IN_PROGRESS', 'COMPLETED'], kinds: ['DOCUMENT'] },
  REFERENCE: {
    who: ['CUSTOMER', 'ADMIN'],
    during: ['PAID', 'IN_PROGRESS', 'COMPLETED', 'SUSPENDED'],
    kinds: ['DOCUMENT', 'IMAGE'],
  },
};

/** Refuses a file of this role from this person, or in this state of the order. */
export function requireUpload(actor: Actor, order: OrderParties, role: UploadRole): void {
  requireVisible(actor, order);
  const { who, during } = uploadRules[role];
  if (!who.includes(roleIn(actor, order))) throw new DomainError('FORBIDDEN');
  if (!during.includes(order.status))
    throw new DomainError('ACTION_NOT_ALLOWED', { action: 'upload', status: order.status });
}

interface AttachedFile {
  readonly role: OrderFileRole;
  readonly status: OrderStatus;
  /** The delivery it came with, or whose request for changes it came with. */
  readonly deliveryId: string | null;
}

const free: Readonly<Record<OrderFileRole, readonly OrderStatus[]>> = {
  MANUSCRIPT: ['PENDING', 'CANCELLED'],
  CORRECTED: ['IN_PROGRESS'],
  REFERENCE: ['PAID', 'IN_PROGRESS', 'COMPLETED', 'CANCELLED', 'SUSPENDED'],
};

/** May the one who sent it take it back? A manuscript until it is paid for, a corrected file until it is delivered, a reference until a request names it. */
export const isFileFree = ({ role, status, deliveryId }: AttachedFile): boolean =>
  deliveryId === null && free[role].includes(status);
