import type { BulkOrderAction } from '../../../entities/orders/order-run.entity.ts';
import type { TransactionContext } from '../../platform/context.ts';
import { assignProofreader } from '../assignment/assign-proofreader.ts';
import { cancelWith, type Providers } from '../cancellation/cancel-order.ts';
import { startOrder } from '../start-order.ts';
import { resumeOrder } from '../suspension/resume-order.ts';
import { suspendOrder } from '../suspension/suspend-order.ts';

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
  readonly run: (tx: TransactionContext, item: BulkItem, providers: Providers) => Promise<unknown>;
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
  // A paid order is given up one by one: its reason and its refund are its own.
  CANCEL: { needs: [], run: (tx, item, providers) => cancelWith(providers)(tx, item) },
};
