import type { DraftKind } from '../../../entities/billing/invoice-draft.entity.ts';
import { requirePermission } from '../../access/actor.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { PriceBasis } from '../../kernel/invoice-sums.ts';
import type { SortOf } from '../../kernel/list-orders.ts';
import { money, type Currency, type Money } from '../../kernel/money.ts';
import { isUser, type PersonWithoutAccount } from '../../kernel/payer.ts';
import type { Subject } from '../../kernel/subject.ts';
import type { Operation } from '../../kernel/vat.ts';
import { matching } from '../../platform/filters.ts';
import { sortKey, type Orders } from '../../platform/keyset.ts';
import { listPage } from '../../platform/list.ts';
import type { ListRequest, PageOf } from '../../platform/page.ts';
import type { Db, ReadContext } from '../../platform/context.ts';
import { payerFrom, personColumnsIn } from '../payer.ts';

/** A draft as those who write them see it; instants as the database gives them. */
export interface InvoiceDraftRow {
  readonly id: string;
  readonly version: number;
  readonly kind: DraftKind;
  /** Null for a person without an account. */
  readonly buyerId: string | null;
  readonly person: PersonWithoutAccount | null;
  readonly subject: Subject | null;
  readonly prices: PriceBasis;
  readonly currency: Currency;
  readonly operation: Operation;
  readonly discountAmount: Money | null;
  readonly discountBasisPoints: number | null;
  readonly dueOn: string | null;
  readonly suppliedOn: string | null;
  readonly notes: string | null;
  readonly purchaseOrder: string | null;
  readonly createdAt: Date;
  readonly changedAt: Date;
}

const draftRows = (db: Db) =>
  db
    .selectFrom('invoice_draft')
    .select([
      'id',
      'version',
      'kind',
      'buyer_id as buyerId',
      ...personColumnsIn('invoice_draft'),
      'subject_type',
      'subject_id',
      'price_basis as prices',
      'currency',
      'operation',
      'discount_cents',
      'discount_basis_points as discountBasisPoints',
      'due_on as dueOn',
      'supplied_on as suppliedOn',
      'notes',
      'purchase_order as purchaseOrder',
      'created_at as createdAt',
      'changed_at as changedAt',
    ]);

type Row = Awaited<ReturnType<ReturnType<typeof draftRows>['execute']>>[number];

const rowOf = ({ subject_type: type, subject_id: id, discount_cents, ...named }: Row): InvoiceDraftRow => {
  const { personName, personEmail, personAddress, personLocale, ...row } = named;
  const buyer = payerFrom({ userId: row.buyerId, personName, personEmail, personAddress, personLocale });
  return {
    ...row,
    person: isUser(buyer) ? null : buyer,
    subject: type === null || id === null ? null : { type, id },
    discountAmount: discount_cents === null ? null : money(Number(discount_cents), row.currency),
  };
};

/** Which drafts; whatever is absent does not matter. */
export interface InvoiceDraftFilter {
  readonly kind?: DraftKind | null | undefined;
  readonly buyerId?: string | null | undefined;
  readonly authorId?: string | null | undefined;
  readonly subjectId?: string | null | undefined;
}

export interface ListInvoiceDrafts extends ListRequest<SortOf<'InvoiceDraftSort'>> {
  readonly filter?: InvoiceDraftFilter | null | undefined;
}

const columns = { kind: 'kind', buyerId: 'buyer_id', authorId: 'author_id', subjectId: 'subject_id' } as const;

const chosen = (db: Db, filter: InvoiceDraftFilter) => matching(draftRows(db), columns, filter);

const id = sortKey<InvoiceDraftRow>('invoice_draft.id', 'id', (row) => row.id);
/** Identifiers grow with time. */
const orders: Orders<InvoiceDraftRow, SortOf<'InvoiceDraftSort'>> = {
  CREATED_AT_DESC: [id.desc],
  CREATED_AT_ASC: [id.asc],
};

/** Drafts of everybody, newest first unless said. */
export async function listInvoiceDrafts(
  { db, actor }: ReadContext,
  { filter, orderBy, ...page }: ListInvoiceDrafts,
): Promise<PageOf<InvoiceDraftRow>> {
  requirePermission(actor, 'invoice:draft');
  return listPage({
    db,
    query: chosen(db, filter ?? {}),
    orders,
    orderBy: orderBy ?? 'CREATED_AT_DESC',
    page,
    shape: (rows) => rows.map(rowOf),
  });
}

/** One draft. */
export async function getInvoiceDraft(
  { db, actor }: Pick<ReadContext, 'db' | 'actor'>,
  draftId: string,
): Promise<InvoiceDraftRow> {
  requirePermission(actor, 'invoice:draft');
  const row = await draftRows(db).where('id', '=', draftId).executeTakeFirst();
  if (row === undefined) throw new DomainError('NOT_FOUND');
  return rowOf(row);
}
