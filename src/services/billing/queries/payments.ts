import type { HoldDecision, PaymentStatus, RefundDueReason } from '../../../entities/billing/payment.entity.ts';
import { idOf, type Actor } from '../../access/actor.ts';
import { DomainError, hiding } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import { money, type Money } from '../../kernel/money.ts';
import type { PaymentMethod } from '../../kernel/payment-methods.ts';
import type { SubjectsOfType, SubjectType } from '../../kernel/subject.ts';
import type { Db, ReadContext } from '../../platform/context.ts';
import { refundDueCents } from '../refund-due.ts';
import { maySeePayment } from '../billing.policy.ts';

/** A payment as people see it; instants as the database gives them. */
export interface PaymentRow {
  readonly id: string;
  /** Null for a person without an account. */
  readonly payerId: string | null;
  readonly subjectType: SubjectType;
  readonly subjectId: string;
  readonly description: string;
  readonly provider: string;
  readonly status: PaymentStatus;
  readonly amount: Money;
  readonly refunded: Money;
  readonly method: PaymentMethod;
  readonly disputed: Money;
  readonly refundDue: Money;
  readonly receivedOn: string | null;
  readonly reference: string | null;
  readonly reversedAt: Date | null;
  readonly sessionId: string | null;
  readonly checkoutUrl: string | null;
  readonly expiresAt: Date | null;
  readonly paidAt: Date | null;
  readonly network: string | null;
  readonly phoneLast4: string | null;
  readonly captureBefore: Date | null;
  readonly unknownSince: Date | null;
  readonly holdDecision: HoldDecision | null;
  readonly providerPaymentId: string | null;
  readonly createdAt: Date;
  readonly failureReason: string | null;
  readonly refundDueReason: RefundDueReason | null;
}

export const paymentRows = (db: Db) =>
  db
    .selectFrom('payment')
    .select([
      'id',
      'payer_id as payerId',
      'subject_type as subjectType',
      'subject_id as subjectId',
      'description',
      'provider',
      'status',
      'amount_cents',
      'currency',
      'refunded_cents',
      'allocated_cents',
      'disputed_cents',
      'method',
      'received_on as receivedOn',
      'reference',
      'reversed_at as reversedAt',
      'provider_session_id as sessionId',
      'checkout_url as checkoutUrl',
      'expires_at as expiresAt',
      'paid_at as paidAt',
      'network',
      'phone_last4 as phoneLast4',
      'capture_before as captureBefore',
      'unknown_since as unknownSince',
      'hold_decision as holdDecision',
      'provider_payment_id as providerPaymentId',
      'created_at as createdAt',
      'failure_reason as failureReason',
      'refund_due_reason as refundDueReason',
    ]);

export type SelectedPayment = Awaited<ReturnType<ReturnType<typeof paymentRows>['execute']>>[number];

/** A push is confirmed on the page of its network while it is under way. */
const isPayable = ({ status, network }: Pick<SelectedPayment, 'status' | 'network'>): boolean =>
  status === 'PENDING' || (status === 'PROCESSING' && network !== null);

/** The page's address is of use while it can still be paid. */
export const paymentRowOf = ({
  amount_cents,
  refunded_cents,
  allocated_cents,
  disputed_cents,
  currency,
  checkoutUrl,
  ...row
}: SelectedPayment): PaymentRow => ({
  ...row,
  disputed: money(Number(disputed_cents), currency),
  refundDue: money(
    refundDueCents({
      refundDueReason: row.refundDueReason,
      amountCents: Number(amount_cents),
      allocatedCents: Number(allocated_cents),
      refundedCents: Number(refunded_cents),
    }),
    currency,
  ),
  checkoutUrl: isPayable(row) ? checkoutUrl : null,
  amount: money(Number(amount_cents), currency),
  refunded: money(Number(refunded_cents), currency),
});

const visible = ({ actor }: ReadContext, row: SelectedPayment | undefined): PaymentRow => {
  if (row === undefined) throw new DomainError('NOT_FOUND');
  if (!maySeePayment(actor, row.payerId)) throw hiding({ type: 'payment', id: row.id });
  return paymentRowOf(row);
};

/** One payment: the payer's own, any for an admin. */
export async function getPayment(ctx: ReadContext, id: string): Promise<PaymentRow> {
  return visible(ctx, isId(id) ? await paymentRows(ctx.db).where('id', '=', id).executeTakeFirst() : undefined);
}

/**
 * The payment of a provider's session, or by its own id: what the page the payer comes back to asks until the money is
 * there.
 */
export async function getPaymentOfSession(ctx: ReadContext, sessionId: string): Promise<PaymentRow> {
  if (isId(sessionId)) return getPayment(ctx, sessionId);
  const row = await paymentRows(ctx.db).where('provider_session_id', '=', sessionId).executeTakeFirst();
  // Providers distinguish capitals from small letters; the collation of MySQL's columns does not.
  return visible(ctx, row?.sessionId === sessionId ? row : undefined);
}

/** The ids of those of these people who may see the payment. */
export async function whoSeesPayment(
  { db }: Pick<ReadContext, 'db'>,
  id: string,
  people: readonly Actor[],
): Promise<ReadonlySet<string>> {
  const row = await db.selectFrom('payment').select('payer_id').where('id', '=', id).executeTakeFirst();
  const seeing = row === undefined ? [] : people.filter((person) => maySeePayment(person, row.payer_id));
  return new Set(seeing.map(idOf).filter((personId) => personId !== null));
}

/** The payments of many subjects of one type at once, oldest first, by subject id; only those the actor may see. */
export async function paymentsOf(
  ctx: ReadContext,
  { type, ids: subjectIds }: SubjectsOfType,
): Promise<ReadonlyMap<string, PaymentRow[]>> {
  const bySubject = new Map<string, PaymentRow[]>(subjectIds.map((id) => [id, []]));
  if (subjectIds.length === 0) return bySubject;
  const rows = await paymentRows(ctx.db)
    .where('subject_type', '=', type)
    .where('subject_id', 'in', subjectIds)
    .orderBy('subject_id')
    .orderBy('id')
    .execute();
  for (const row of rows)
    if (maySeePayment(ctx.actor, row.payerId)) bySubject.get(row.subjectId)?.push(paymentRowOf(row));
  return bySubject;
}
