import type { DisputeStatus } from '../../../entities/billing/dispute.entity.ts';
import { requirePermission } from '../../access/actor.ts';
import type { SortOf } from '../../kernel/list-orders.ts';
import { money, type Money } from '../../kernel/money.ts';
import type { SubjectType } from '../../kernel/subject.ts';
import { matching, within } from '../../platform/filters.ts';
import { sortKey, type Orders } from '../../platform/keyset.ts';
import { listPage } from '../../platform/list.ts';
import type { ListRequest, PageOf } from '../../platform/page.ts';
import type { Db, ReadContext } from '../../platform/context.ts';
import { withStoredEmail, type PersonFilter } from './person-filter.ts';

/** A dispute as admins see it; instants as the database gives them. */
export interface DisputeRow {
  readonly id: string;
  readonly paymentId: string;
  readonly status: DisputeStatus;
  readonly amount: Money;
  readonly reason: string;
  readonly provider: string;
  readonly providerDisputeId: string;
  readonly respondBy: Date | null;
  readonly closedAt: Date | null;
  readonly createdAt: Date;
}

const disputeRows = (db: Db) =>
  db
    .selectFrom('dispute')
    .innerJoin('payment', 'payment.id', 'dispute.payment_id')
    .select([
      'dispute.id',
      'dispute.payment_id as paymentId',
      'dispute.status',
      'dispute.amount_cents',
      'dispute.currency',
      'dispute.reason',
      'dispute.provider',
      'dispute.provider_dispute_id as providerDisputeId',
      'dispute.respond_by as respondBy',
      'dispute.closed_at as closedAt',
      'dispute.created_at as createdAt',
    ]);

type Row = Awaited<ReturnType<ReturnType<typeof disputeRows>['execute']>>[number];

const rowOf = ({ amount_cents, currency, ...row }: Row): DisputeRow => ({
  ...row,
  amount: money(Number(amount_cents), currency),
});

/** Which disputes; whatever is absent does not matter. */
export interface DisputeFilter extends PersonFilter {
  readonly status?: DisputeStatus | null | undefined;
  readonly provider?: string | null | undefined;
  readonly paymentId?: string | null | undefined;
  readonly subjectType?: SubjectType | null | undefined;
  readonly subjectId?: string | null | undefined;
  /** Known here since this instant or later. */
  readonly from?: Date | null | undefined;
  /** Known here before this instant. */
  readonly to?: Date | null | undefined;
}

export interface ListDisputes extends ListRequest<SortOf<'DisputeSort'>> {
  readonly filter?: DisputeFilter | null | undefined;
}

const columns = {
  status: 'dispute.status',
  provider: 'dispute.provider',
  paymentId: 'dispute.payment_id',
  subjectType: 'payment.subject_type',
  subjectId: 'payment.subject_id',
  personId: 'payment.payer_id',
  personEmail: 'payment.person_email',
} as const;

const chosen = (db: Db, filter: DisputeFilter) =>
  within(matching(disputeRows(db), columns, filter), 'dispute.created_at', filter);

const id = sortKey<DisputeRow>('dispute.id', 'id', (row) => row.id);
const amount = sortKey<DisputeRow>('dispute.amount_cents', 'number', (row) => row.amount.amount);
/** Identifiers grow with time. */
const orders: Orders<DisputeRow, SortOf<'DisputeSort'>> = {
  CREATED_AT_DESC: [id.desc],
  CREATED_AT_ASC: [id.asc],
  AMOUNT_DESC: [amount.desc, id.desc],
  AMOUNT_ASC: [amount.asc, id.asc],
};

/** Disputes of everybody's payments, newest first unless said; for those who may read any payment. */
export async function listDisputes(
  { db, actor }: ReadContext,
  { filter, orderBy, ...page }: ListDisputes,
): Promise<PageOf<DisputeRow>> {
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
