import type { ReviewStatus } from '../../../../entities/scheduling/review.entity.ts';
import { requirePermission } from '../../../access/actor.ts';
import { DomainError } from '../../../kernel/errors.ts';
import { isId } from '../../../kernel/ids.ts';
import type { SortOf } from '../../../kernel/list-orders.ts';
import type { Db, ReadContext } from '../../../platform/context.ts';
import { sortKey, type Orders } from '../../../platform/keyset.ts';
import { listPage } from '../../../platform/list.ts';
import { numberFrom } from '../../../platform/orm/values.ts';
import type { ListRequest, PageOf } from '../../../platform/page.ts';
import { reachesEveryAgenda } from '../../load-artisan.ts';
import { visibleArtisans } from '../../practice/queries/artisan-rows.ts';

/** A review as everybody sees it: it names nobody. */
export interface ReviewRow {
  readonly id: string;
  readonly rating: number;
  readonly text: string | null;
  readonly createdAt: Date;
}

/** The same for its artisan and admins. */
export interface ManagedReviewRow extends ReviewRow {
  readonly bookingId: string;
  readonly artisanId: string;
  readonly status: ReviewStatus;
  readonly decidedAt: Date | null;
}

type Sort = SortOf<'ReviewSort'>;

const id = sortKey<ReviewRow>('review.id', 'id', (row) => row.id);
/** Identifiers grow with time. */
const orders: Orders<ReviewRow, Sort> = { CREATED_AT_DESC: [id.desc], CREATED_AT_ASC: [id.asc] };

const reviewRows = (db: Db) =>
  db
    .selectFrom('review')
    .innerJoin('artisan', 'artisan.id', 'review.artisan_id')
    .select(['review.id', 'review.rating', 'review.text', 'review.created_at as createdAt', 'review.status'])
    .select(['review.booking_id as bookingId', 'review.artisan_id as artisanId', 'review.decided_at as decidedAt']);

/** The approved reviews of an artisan whom the caller may see, the newest first unless said. */
export const listReviews = (
  { db, actor }: ReadContext,
  { artisanId, orderBy, ...page }: ListRequest<Sort> & { readonly artisanId: string },
): Promise<PageOf<ReviewRow>> =>
  listPage({
    db,
    query: reviewRows(db)
      .where('review.artisan_id', '=', isId(artisanId) ? artisanId : '')
      .where('review.status', '=', 'APPROVED')
      .where(visibleArtisans(actor)),
    orders,
    orderBy: orderBy ?? 'CREATED_AT_DESC',
    page,
    shape: (rows) => rows as ReviewRow[],
  });

export interface ListArtisanReviews extends ListRequest<SortOf<'ArtisanReviewSort'>> {
  readonly status?: ReviewStatus | null | undefined;
}

/** The reviews of one's own agenda, or for admins of every one, whatever their state. */
export function listArtisanReviews(
  { db, actor }: ReadContext,
  { status, orderBy, ...page }: ListArtisanReviews,
): Promise<PageOf<ManagedReviewRow>> {
  requirePermission(actor, 'review:decide');
  let query = reviewRows(db);
  if (!reachesEveryAgenda(actor)) query = query.where('artisan.user_id', '=', actor.userId ?? '');
  if (status) query = query.where('review.status', '=', status);
  return listPage({
    db,
    query,
    orders: orders as Orders<ManagedReviewRow, Sort>,
    orderBy: orderBy ?? 'CREATED_AT_DESC',
    page,
    shape: (rows) => rows as ManagedReviewRow[],
  });
}

export async function getReview({ db }: Pick<ReadContext, 'db'>, reviewId: string): Promise<ManagedReviewRow> {
  const row = await reviewRows(db).where('review.id', '=', reviewId).executeTakeFirst();
  if (row === undefined) throw new DomainError('NOT_FOUND');
  return row as ManagedReviewRow;
}

/** What the approved reviews of an artisan say together. */
export interface RatingRow {
  /** To one decimal. */
  readonly average: number;
  readonly count: number;
}

/** By artisan; absent for who has none. */
export async function ratingsOf({ db }: ReadContext, ids: readonly string[]): Promise<Map<string, RatingRow>> {
  const rows = await db
    .selectFrom('review')
    .select(({ fn }) => ['artisan_id', fn.sum('rating').as('sum'), fn.countAll().as('count')])
    .where('artisan_id', 'in', ids)
    .where('status', '=', 'APPROVED')
    .groupBy('artisan_id')
    .execute();
  return new Map(
    rows.map(({ artisan_id: artisanId, sum, count }) => {
      const [all, many] = [numberFrom(sum), numberFrom(count)];
      return [artisanId, { average: Math.round((all / many) * 10) / 10, count: many }];
    }),
  );
}
