import type { RefundOrigin, RefundStatus } from '../../../entities/billing/refund.entity.ts';
import { requirePermission } from '../../access/actor.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { SortOf } from '../../kernel/list-orders.ts';
import { money, type Money } from '../../kernel/money.ts';
import type { RefundReason } from '../../kernel/refund-reasons.ts';
import type { SubjectType } from '../../kernel/subject.ts';
import { matching, within } from '../../platform/filters.ts';
import { sortKey, type Orders } from '../../platform/keyset.ts';
import { listPage } from '../../platform/list.ts';
import type { ListRequest, PageOf } from '../../platform/page.ts';
import type { Db, ReadContext } from '../../platform/context.ts';
import { withStoredEmail, type PersonFilter } from './person-filter.ts';

/** A refund as admins see it; instants as the database gives them. */
export interface RefundRow {
  readonly id: string;
  readonly paymentId: string;
  readonly creditNoteId: string | null;
  readonly status: RefundStatus;
  readonly origin: RefundOrigin;
  readonly reason: RefundReason | null;
  readonly amount: Money;
  readonly provider: string;
  readonly attempt: number;
  readonly isManual: boolean;
  readonly failureReason: string | null;
  readonly succeededAt: Date | null;
  readonly paidOn: string | null;
  readonly reference: string | null;
  readonly proofFileId: string | null;
  readonly createdAt: Date;
}

const refundRows = (db: Db) =>
  db
    .selectFrom('refund')
    .innerJoin('payment', 'payment.id', 'refund.payment_id')
    .select([
      'refund.id',
      'refund.payment_id as paymentId',
      'refund.credit_note_id as creditNoteId',
      'refund.status',
      'refund.origin',
      'refund.reason',
      'refund.amount_cents',
      'refund.currency',
      'refund.provider',
      'refund.attempt',
      'refund.is_manual',
      'refund.failure_reason as failureReason',
      'refund.succeeded_at as succeededAt',
      'refund.paid_on as paidOn',
      'refund.reference',
      'refund.proof_file_id as proofFileId',
      'refund.created_at as createdAt',
    ]);

type Row = Awaited<ReturnType<ReturnType<typeof refundRows>['execute']>>[number];

const rowOf = ({ amount_cents, currency, is_manual, ...row }: Row): RefundRow => ({
  ...row,
  isManual: Boolean(is_manual),
  amount: money(Number(amount_cents), currency),
});

/** Which refunds; whatever is absent does not matter. */
export interface RefundFilter extends PersonFilter {
  readonly status?: RefundStatus | null | undefined;
  readonly origin?: RefundOrigin | null | undefined;
  readonly provider?: string | null | undefined;
  readonly paymentId?: string | null | undefined;
  readonly subjectType?: SubjectType | null | undefined;
  readonly subjectId?: string | null | undefined;
  /** Asked for at this instant or later. */
  readonly from?: Date | null | undefined;
  /** Asked for before this instant. */
  readonly to?: Date | null | undefined;
}

export interface ListRefunds extends ListRequest<SortOf<'RefundSort'>> {
  readonly filter?: RefundFilter | null | undefined;
}

const columns = {
  status: 'refund.status',
  origin: 'refund.origin',
  provider: 'refund.provider',
  paymentId: 'refund.payment_id',
  subjectType: 'payment.subject_type',
  subjectId: 'payment.subject_id',
  personId: 'payment.payer_id',
  personEmail: 'payment.person_email',
} as const;

const chosen = (db: Db, filter: RefundFilter) =>
  within(matching(refundRows(db), columns, filter), 'refund.created_at', filter);

const id = sortKey<RefundRow>('refund.id', 'id', (row) => row.id);
const createdAt = sortKey<RefundRow>('refund.created_at', 'instant', (row) => row.createdAt);
const amount = sortKey<RefundRow>('refund.amount_cents', 'number', (row) => row.amount.amount);
const orders: Orders<RefundRow, SortOf<'RefundSort'>> = {
  CREATED_AT_DESC: [createdAt.desc, id.desc],
  CREATED_AT_ASC: [createdAt.asc, id.asc],
  AMOUNT_DESC: [amount.desc, id.desc],
  AMOUNT_ASC: [amount.asc, id.asc],
};

/** Refunds of everybody, newest first unless said; for those who may read any payment. */
export async function listRefunds(
  { db, actor }: ReadContext,
  { filter, orderBy, ...page }: ListRefunds,
): Promise<PageOf<RefundRow>> {
  requirePermission(actor, 'payment:read-any');
  return listPage({
    db,
    query: chosen(db, withStoredEmail(filter ?? {})),
    orders,
    orderBy: orderBy ?? 'CREATED_AT_DESC',
    page,
    shape: (rows) => rows.map(rowOf),
  });
}

/** One refund, for those who may read any payment. */
export async function getRefund(
  { db, actor }: Pick<ReadContext, 'db' | 'actor'>,
  refundId: string,
): Promise<RefundRow> {
  requirePermission(actor, 'payment:read-any');
  const row = await refundRows(db).where('refund.id', '=', refundId).executeTakeFirst();
  if (row === undefined) throw new DomainError('NOT_FOUND');
  return rowOf(row);
}
