import { LockMode } from '@mikro-orm/core';
import { Order } from '../../../entities/orders/order.entity.ts';
import { disputeLost, disputeWon, isDisputed, paymentDisputed } from '../../billing/index.ts';
import { allows } from '../../kernel/states.ts';
import { writing } from '../../platform/orm/values.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import { defineTask, type PayloadOf } from '../../platform/task.ts';
import { cancel, type CancellingTx } from '../cancellation/cancel.ts';
import { orderStates } from '../order.states.ts';
import { orderPaidBy } from '../order-of-money.ts';
import { orderSubject } from '../order-subject.ts';
import { resume } from './resume-order.ts';
import { suspend } from './suspend-order.ts';

/** The payer's bank claims the money of an order back: nobody works on it meanwhile. */
export const suspendDisputedTask = defineTask('orders.suspend-disputed', paymentDisputed.payload);
/** The money stays: an order that the dispute suspended goes on. */
export const resumeUndisputedTask = defineTask('orders.resume-undisputed', disputeWon.payload);
/** The bank took the money: the work is over. */
export const cancelLostTask = defineTask('orders.cancel-lost', disputeLost.payload);

type FollowContext = Pick<AppContext, 'run' | 'db' | 'actor' | 'now'>;

interface Disputed {
  readonly subjectType: string;
  readonly subjectId: string;
  readonly disputeId: string;
}

/** Events of disputes come at least once, and in any order: what counts is how the dispute stands now. */
type FollowTx = CancellingTx & Tx<'config'>;
type Follow = (tx: FollowTx, order: Order, disputeId: string) => Promise<void>;

const followBy =
  (follow: Follow) =>
  async (ctx: FollowContext, disputed: Disputed): Promise<void> => {
    const id = await orderPaidBy(ctx, disputed);
    if (id === null) return;
    await ctx.run(async (tx: FollowTx, disputeId: string) => {
      const order = await tx.em.findOne(Order, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      if (order !== null) await follow(tx, order, disputeId);
    }, disputed.disputeId);
  };

const isStillDisputed = ({ em }: Tx<'em'>, { id }: Order): Promise<boolean> =>
  isDisputed(writing(em).db, orderSubject(id));

export const suspendDisputed = (ctx: FollowContext, disputed: PayloadOf<typeof suspendDisputedTask>): Promise<void> =>
  followBy(async (tx, order, disputeId) => {
    if (!allows(orderStates, order.status, 'suspend') || !(await isStillDisputed(tx, order))) return;
    suspend(tx, order, { reason: null, disputeId });
  })(ctx, disputed);

export const resumeUndisputed = (ctx: FollowContext, disputed: PayloadOf<typeof resumeUndisputedTask>): Promise<void> =>
  followBy(async (tx, order) => {
    if (order.status !== 'SUSPENDED' || order.suspendedByDisputeId === null) return;
    if (!(await isStillDisputed(tx, order))) resume(tx, order);
  })(ctx, disputed);

export const cancelLost = (ctx: FollowContext, disputed: PayloadOf<typeof cancelLostTask>): Promise<void> =>
  followBy(async (tx, order) => {
    if (order.paidAt !== null && allows(orderStates, order.status, 'cancel'))
      cancel(tx, order, { reason: 'DISPUTE_LOST' });
  })(ctx, disputed);
