import type { PaymentStatus } from '../../../entities/billing/payment.entity.ts';
import { requirePermission } from '../../access/actor.ts';
import type { SortOf } from '../../kernel/list-orders.ts';
import type { SubjectType } from '../../kernel/subject.ts';
import { matching, within } from '../../platform/filters.ts';
import { sortKey, type Orders } from '../../platform/keyset.ts';
import { listPage } from '../../platform/list.ts';
import type { ListRequest, PageOf } from '../../platform/page.ts';
import type { Db, ReadContext } from '../../platform/context.ts';
import { paymentRowOf, paymentRows, type PaymentRow } from './payments.ts';
import { withStoredEmail, type PersonFilter } from './person-filter.ts';

/** Which payments; whatever is absent does not matter. */
export interface PaymentFilter extends PersonFilter {
  readonly status?: PaymentStatus | null | undefined;
  readonly provider?: string | null | undefined;
  readonly subjectType?: SubjectType | null | undefined;
  readonly subjectId?: string | null | undefined;
  readonly isRefundDue?: boolean | null | undefined;
  /** Begun at this instant or later. */
  readonly from?: Date | null | undefined;
  /** Begun before this instant. */
  readonly to?: Date | null | undefined;
  /** Words of what was paid for. */
  readonly search?: string | null | undefined;
}

export interface ListPayments extends ListRequest<SortOf<'PaymentSort'>> {
  readonly filter?: PaymentFilter | null | undefined;
}

const columns = {
  status: 'status',
  provider: 'provider',
  subjectType: 'subject_type',
  subjectId: 'subject_id',
  personId: 'payer_id',
  personEmail: 'person_email',
} as const;

function chosen(db: Db, filter: PaymentFilter) {
  const query = within(matching(paymentRows(db), columns, filter), 'created_at', filter);
  return typeof filter.isRefundDue === 'boolean'
    ? query.where('refund_due_reason', filter.isRefundDue ? 'is not' : 'is', null)
    : query;
}

const id = sortKey<PaymentRow>('payment.id', 'id', (row) => row.id);
const amount = sortKey<PaymentRow>('payment.amount_cents', 'number', (row) => row.amount.amount);
/** Identifiers grow with time. */
const orders: Orders<PaymentRow, SortOf<'PaymentSort'>> = {
  CREATED_AT_DESC: [id.desc],
  CREATED_AT_ASC: [id.asc],
  AMOUNT_DESC: [amount.desc, id.desc],
  AMOUNT_ASC: [amount.asc, id.asc],
};

/** Payments of everybody, newest first unless said; for those who may read any. */
export async function listPayments(
  { db, actor }: ReadContext,
  { filter, orderBy, ...page }: ListPayments,
): Promise<PageOf<PaymentRow>> {
  requirePermission(actor, 'payment:read-any');
  return listPage({
    db,
    query: chosen(db, withStoredEmail(filter ?? {})),
    orders,
    orderBy: orderBy ?? 'CREATED_AT_DESC',
    page,
    search: { text: filter?.search, within: ['payment.description'] },
    shape: (rows) => rows.map(paymentRowOf),
  });
}
