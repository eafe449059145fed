import type { OrderStatus } from '../../../entities/orders/order.entity.ts';
import { statesAllowing } from '../../kernel/states.ts';
import { orderStates } from '../order.states.ts';

/** What the terms depend on. */
export interface CancelledWork {
  readonly status: OrderStatus;
  /** Where a suspended one was. */
  readonly suspendedFrom: OrderStatus | null;
  readonly progressPercent: number;
  /** Was anything delivered, even if changes were asked for? */
  readonly isDelivered: boolean;
}

export interface PaidForWork {
  /** All that was paid for it, in minor units. */
  readonly takenCents: number;
  /** What of it is still here. */
  readonly leftCents: number;
}

/** The states in which an order can still be given up. */
const cancellable: readonly OrderStatus[] = statesAllowing(orderStates, 'cancel');

/** The share of the price that goes back, in percent: all of it before the work begins, then what is not done; nothing once it is delivered. */
export function refundedShare({ status, suspendedFrom, progressPercent, isDelivered }: CancelledWork): number {
  if (isDelivered || !cancellable.includes(status)) return 0;
  return (suspendedFrom ?? status) === 'IN_PROGRESS' ? 100 - progressPercent : 100;
}

/**
 * What is owed back in minor units: the share of what was paid, rounded up to a whole one, without what has gone back already; never more
 * than is left.
 */
export function owedCents(share: number, { takenCents, leftCents }: PaidForWork): number {
  const whole = Number((BigInt(takenCents) * BigInt(share) + 99n) / 100n);
  return Math.min(leftCents, Math.max(0, whole - (takenCents - leftCents)));
}
