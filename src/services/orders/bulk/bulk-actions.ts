import type { BulkOrderAction } from '../../../entities/orders/order-run.entity.ts';
import type { UseCase, TransactionContext } from '../../platform/context.ts';
import { assignProofreader } from '../assign-proofreader.ts';
import { cancelOrder } from '../cancel-order.ts';
import { resumeOrder } from '../resume-order.ts';
import { startOrder } from '../start-order.ts';
import { suspendOrder } from '../suspend-order.ts';

/** What is said once for all orders of an action, beside which they are. */
export interface BulkFacts {
  readonly proofreaderId?: string | null | undefined;
}

/** One order of an action: the input of its use case. */
export interface BulkItem extends BulkFacts {
  readonly orderId: string;
}

export interface BulkActionRule {
  /** What the action cannot do without. */
  readonly needs: readonly (keyof BulkFacts)[];
  readonly run: UseCase<keyof TransactionContext, BulkItem, unknown>;
}

/** What can be done to many orders: each by the use case of its own mutation, with its rules and its effects. */
export const bulkActions: Readonly<Record<BulkOrderAction, BulkActionRule>> = {
  ASSIGN: {
    needs: ['proofreaderId'],
    run: (tx, { orderId, proofreaderId }) => assignProofreader(tx, { orderId, proofreaderId: proofreaderId ?? '' }),
  },
  START: { needs: [], run: startOrder },
  SUSPEND: { needs: [], run: suspendOrder },
  RESUME: { needs: [], run: resumeOrder },
  CANCEL: { needs: [], run: cancelOrder },
};
