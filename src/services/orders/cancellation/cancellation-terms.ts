import type { OrderStatus } from '../../../entities/orders/order.entity.ts';
import { subjectPayments, type SubjectPayment } from '../../billing/index.ts';
import { requirePermission } from '../../access/actor.ts';
import { DomainError } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import { money, type Currency, type Money } from '../../kernel/money.ts';
import type { Db, ReadContext } from '../../platform/context.ts';
import { orderFor, requireVisible } from '../order.policy.ts';
import { orderSubject } from '../order-subject.ts';
import { owedCents, refundedShare } from './cancellation.policy.ts';

/** What becomes of the money when an order is given up now. */
export interface CancellationTerms {
  readonly orderId: string;
  /** What was paid for it. */
  readonly paid: Money;
  /** The share of it that goes back, in percent. */
  readonly share: number;
  /** What goes back by that share, without what has gone back before. */
  readonly refund: Money;
  /** The most that can go back. */
  readonly available: Money;
}

export interface TermsOfOrder {
  readonly terms: CancellationTerms;
  readonly payments: readonly SubjectPayment[];
}

interface Work {
  readonly id: string;
  readonly status: OrderStatus;
  readonly suspendedFrom: OrderStatus | null;
  readonly progressPercent: number;
  readonly currency: Currency;
}

/** The terms of an order as it stands, with the payments that they count. Whether the caller may know them is the caller's rule. */
export async function termsOf(db: Db, order: Work): Promise<TermsOfOrder> {
  const payments = await subjectPayments(db, orderSubject(order.id));
  const delivered = db.selectFrom('delivery').select('id').where('order_id', '=', order.id).limit(1);
  const isDelivered = (await delivered.executeTakeFirst()) !== undefined;
  const share = refundedShare({ ...order, isDelivered });
  const sum = (of: 'takenCents' | 'leftCents'): number => payments.reduce((cents, one) => cents + one[of], 0);
  const [takenCents, leftCents] = [sum('takenCents'), sum('leftCents')];
  const amount = (cents: number): Money => money(cents, order.currency);
  return {
    payments,
    terms: {
      orderId: order.id,
      paid: amount(takenCents),
      share,
      refund: amount(owedCents(share, { takenCents, leftCents })),
      available: amount(leftCents),
    },
  };
}

/** The terms, for the customer of the order and for admins, before one of them decides. */
export async function cancellationTerms(
  { db, actor }: Pick<ReadContext, 'db' | 'actor'>,
  orderId: string,
): Promise<CancellationTerms> {
  const row = isId(orderId)
    ? await db
        .selectFrom('customer_order')
        .select(['id', 'status', 'suspended_from as suspendedFrom', 'progress_percent as progressPercent', 'currency'])
        .select(['customer_id as customerId', 'proofreader_id as proofreaderId'])
        .where('id', '=', orderId)
        .executeTakeFirst()
    : undefined;
  if (row === undefined) throw new DomainError('NOT_FOUND');
  requireVisible(actor, row);
  requirePermission(actor, 'order:cancel', { container: orderFor(actor, row) });
  return (await termsOf(db, row)).terms;
}
