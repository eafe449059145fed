import type { GuestOrderStatus } from '../../../../entities/orders/guest-order.entity.ts';
import type { ScanStatus } from '../../../../entities/files/stored-file.entity.ts';
import type { PriceUnit } from '../../../../entities/catalog/price-item.entity.ts';
import type { Priority } from '../../../../entities/notifications/notification.entity.ts';
import { requirePermission } from '../../../access/actor.ts';
import { DomainError } from '../../../kernel/errors.ts';
import { fingerprint } from '../../../kernel/ids.ts';
import type { SortOf } from '../../../kernel/list-orders.ts';
import type { Locale } from '../../../kernel/locale.ts';
import { money, type Money } from '../../../kernel/money.ts';
import { availableActions } from '../../../kernel/states.ts';
import { matching } from '../../../platform/filters.ts';
import { sortKey, type Orders } from '../../../platform/keyset.ts';
import { listPage } from '../../../platform/list.ts';
import { instantFrom } from '../../../platform/orm/values.ts';
import type { AppContext, Db, ReadContext } from '../../../platform/context.ts';
import type { ListRequest, PageOf } from '../../../platform/page.ts';
import { guestOrderStates, type GuestOrderVerb } from '../guest-order.states.ts';
import { requireAlive, takeTry } from '../guest-order-token.ts';

/** An order without an account, as whoever holds its token sees it, and admins. */
export interface GuestOrderRow {
  readonly id: string;
  readonly status: GuestOrderStatus;
  readonly availableActions: GuestOrderVerb[];
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly phone: string | null;
  readonly address: string | null;
  readonly locale: Locale;
  readonly title: string;
  readonly description: string | null;
  readonly service: string;
  readonly unit: PriceUnit;
  readonly priority: Priority;
  readonly declaredPages: number | null;
  readonly estimatedTotal: Money;
  readonly quotedTotal: Money;
  readonly reviewMessage: string | null;
  readonly reviewAnswer: string | null;
  readonly manuscriptName: string | null;
  readonly manuscriptScanStatus: ScanStatus | null;
  readonly manuscriptBytes: number | null;
  readonly uploadsLeft: number;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly paidAt: Date | null;
  readonly orderId: string | null;
}

const guestRows = (db: Db) =>
  db
    .selectFrom('guest_order as guest')
    .leftJoin('stored_file as file', 'file.id', 'guest.manuscript_id')
    .select([
      'guest.id',
      'guest.status',
      'guest.first_name as firstName',
      'guest.last_name as lastName',
      'guest.email',
      'guest.phone',
      'guest.address',
      'guest.locale',
      'guest.title',
      'guest.description',
      'guest.service',
      'guest.unit',
      'guest.priority',
      'guest.declared_pages as declaredPages',
      'guest.estimated_cents',
      'guest.quoted_cents',
      'guest.currency',
      'guest.review_message as reviewMessage',
      'guest.review_answer as reviewAnswer',
      'guest.uploads',
      'guest.created_at as createdAt',
      'guest.expires_at as expiresAt',
      'guest.processed_at as paidAt',
      'guest.order_id as orderId',
      'file.name as manuscriptName',
      'file.scan_status as manuscriptScanStatus',
      'file.size_bytes',
    ]);

type Row = Awaited<ReturnType<ReturnType<typeof guestRows>['execute']>>[number];

/** How often a manuscript is taken. */
export const mostUploads = 5;

/** What its visitor does; the rest is an admin's or the application's. */
const ofVisitors: readonly GuestOrderVerb[] = ['attachManuscript', 'openCheckout', 'askReview', 'expire'];

function rowOf({ estimated_cents, quoted_cents, currency, uploads, size_bytes, ...row }: Row): GuestOrderRow {
  const next = availableActions<GuestOrderStatus, GuestOrderVerb>(guestOrderStates, row.status);
  const uploadsLeft = Math.max(0, mostUploads - uploads);
  const isPayable = size_bytes !== null && row.manuscriptScanStatus !== 'INFECTED';
  return {
    ...row,
    availableActions: next.filter(
      (verb) =>
        ofVisitors.includes(verb) &&
        (verb !== 'openCheckout' || isPayable) &&
        (verb !== 'attachManuscript' || uploadsLeft > 0),
    ),
    estimatedTotal: money(Number(estimated_cents), currency),
    quotedTotal: money(Number(quoted_cents), currency),
    manuscriptBytes: size_bytes === null ? null : Number(size_bytes),
    uploadsLeft,
  };
}

/** One of them, after what was done to it. Whoever did it may see it. */
export async function showGuestOrder({ db }: { readonly db: Db }, id: string): Promise<GuestOrderRow> {
  const row = await guestRows(db).where('guest.id', '=', id).executeTakeFirst();
  if (row === undefined) throw new DomainError('NOT_FOUND');
  return rowOf(row);
}

/** How the order that a token opens stands. Errors: TOKEN_INVALID, GUEST_ORDER_EXPIRED. */
export async function guestOrderStatus(
  ctx: Pick<AppContext, 'db' | 'now' | 'limits' | 'actor'>,
  { token }: { readonly token: string },
): Promise<GuestOrderRow> {
  await takeTry(ctx);
  const row = await guestRows(ctx.db).where('guest.resume_token_hash', '=', fingerprint(token)).executeTakeFirst();
  if (row === undefined) throw new DomainError('TOKEN_INVALID');
  requireAlive({ status: row.status, expiresAt: instantFrom(row.expiresAt) }, ctx.now);
  return rowOf(row);
}

export interface ListGuestOrders extends ListRequest<SortOf<'GuestOrderSort'>> {
  readonly status?: GuestOrderStatus | null | undefined;
}

const id = sortKey<GuestOrderRow>('guest.id', 'id', (row) => row.id);
const createdAt = sortKey<GuestOrderRow>('guest.created_at', 'instant', (row) => row.createdAt);
const orders: Orders<GuestOrderRow, SortOf<'GuestOrderSort'>> = {
  CREATED_AT_DESC: [createdAt.desc, id.desc],
  CREATED_AT_ASC: [createdAt.asc, id.asc],
};

/** Orders of visitors without an account, newest first unless said; for admins, who answer their reviews. */
export async function listGuestOrders(
  { db, actor }: ReadContext,
  { status, orderBy, ...page }: ListGuestOrders,
): Promise<PageOf<GuestOrderRow>> {
  requirePermission(actor, 'order:review');
  return listPage({
    db,
    query: matching(guestRows(db), { status: 'guest.status' } as const, { status }),
    orders,
    orderBy: orderBy ?? 'CREATED_AT_DESC',
    page,
    shape: (rows) => rows.map(rowOf),
  });
}
