import type { OrderStatus } from '../../../../entities/orders/order.entity.ts';
import type { LateReason, NextStep } from '../../../kernel/late-orders.ts';

/** What each reason asks for. */
export const nextStepOf: Readonly<Record<LateReason, NextStep>> = {
  UNASSIGNED: 'ASSIGN',
  EXTENSION_PENDING: 'ANSWER_EXTENSION',
  NOT_STARTED: 'START',
  NOT_HANDED_OVER: 'DELIVER',
  IN_PROGRESS: 'ASK_PROOFREADER',
};

interface LateFacts {
  readonly status: OrderStatus;
  readonly proofreaderId: string | null;
  readonly isExtensionPending: boolean;
  /** A corrected file is there, and was not delivered. */
  readonly hasCorrectedFile: boolean;
}

/** By the state of the order alone. */
export function lateReasonOf({ status, proofreaderId, isExtensionPending, hasCorrectedFile }: LateFacts): LateReason {
  if (proofreaderId === null) return 'UNASSIGNED';
  if (isExtensionPending) return 'EXTENSION_PENDING';
  if (status === 'PAID') return 'NOT_STARTED';
  return hasCorrectedFile ? 'NOT_HANDED_OVER' : 'IN_PROGRESS';
}
