import type { Tx } from '../../platform/context.ts';
import type { MovingTx } from '../move-order.ts';

/** What the way of an order before its payment needs of a transaction. */
export type ReviewTx = MovingTx & Tx<'emit' | 'enqueue'>;
