import type { QuoteStatus } from '../../../../entities/billing/quote.entity.ts';
import { personOf, requirePermission } from '../../../access/actor.ts';
import type { SortOf } from '../../../kernel/list-orders.ts';
import type { SubjectType } from '../../../kernel/subject.ts';
import { matching, within } from '../../../platform/filters.ts';
import { sortKey, type Orders } from '../../../platform/keyset.ts';
import { listPage } from '../../../platform/list.ts';
import type { PageOf, SearchRequest } from '../../../platform/page.ts';
import type { Db, ReadContext } from '../../../platform/context.ts';
import { withStoredEmail, type PersonFilter } from '../../queries/person-filter.ts';
import { quoteRowOf, quoteRows, type QuoteRow } from './quote-rows.ts';

/** Which quotes; whatever is absent does not matter. */
export interface QuoteFilter extends PersonFilter {
  readonly status?: QuoteStatus | null | undefined;
  readonly subjectType?: SubjectType | null | undefined;
  readonly subjectId?: string | null | undefined;
  /** Written at this instant or later. */
  readonly from?: Date | null | undefined;
  /** Written before this instant. */
  readonly to?: Date | null | undefined;
}

export interface ListQuotes extends SearchRequest<SortOf<'QuoteSort'>> {
  readonly filter?: QuoteFilter | null | undefined;
}

const columns = {
  status: 'quote.status',
  personId: 'quote.buyer_id',
  personEmail: 'quote.person_email',
  subjectType: 'quote.subject_type',
  subjectId: 'quote.subject_id',
} as const;

const chosen = (db: Db, filter: QuoteFilter) =>
  within(matching(quoteRows(db), columns, filter), 'quote.created_at', filter);

const id = sortKey<QuoteRow>('quote.id', 'id', (row) => row.id);
const gross = sortKey<QuoteRow>('quote.gross_cents', 'number', (row) => row.gross.amount);
/** Identifiers grow with time. */
const orders: Orders<QuoteRow, SortOf<'QuoteSort'>> = {
  CREATED_AT_DESC: [id.desc],
  CREATED_AT_ASC: [id.asc],
  GROSS_DESC: [gross.desc, id.desc],
  GROSS_ASC: [gross.asc, id.asc],
};

type Listed = Pick<ListQuotes, 'orderBy' | 'search'> & Omit<ListQuotes, 'filter' | 'orderBy' | 'search'>;

const pageOf = (db: Db, query: ReturnType<typeof quoteRows>, { orderBy, search, ...page }: Listed) =>
  listPage({
    db,
    query,
    orders,
    orderBy: orderBy ?? 'CREATED_AT_DESC',
    page,
    search: { text: search, within: ['quote.number'] },
    shape: (rows) => rows.map(quoteRowOf),
  });

/** Quotes of everybody, newest first unless said; for those who may read any. */
export async function listQuotes(
  { db, actor }: ReadContext,
  { filter, ...listed }: ListQuotes,
): Promise<PageOf<QuoteRow>> {
  requirePermission(actor, 'quote:read-any');
  return pageOf(db, chosen(db, withStoredEmail(filter ?? {})), listed);
}

/** What was sent to the caller, newest first unless said. */
export const listMyQuotes = ({ db, actor }: ReadContext, listed: Listed): Promise<PageOf<QuoteRow>> =>
  pageOf(db, quoteRows(db).where('quote.buyer_id', '=', personOf(actor)).where('quote.status', '<>', 'DRAFT'), listed);
