import type { ChangedValue, PriceChangeKind } from '../../../entities/catalog/price-change.entity.ts';
import { requirePermission } from '../../access/actor.ts';
import { DomainError } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import { instantFrom, jsonFrom } from '../../platform/orm/values.ts';
import type { Db, ReadContext } from '../../platform/context.ts';
import { priceItemRows, rowOf, type PriceItemRow } from './list-price-items.ts';

/** An item as those who manage prices see it. */
export interface AdminPriceItemRow extends PriceItemRow {
  readonly isActive: boolean;
  readonly position: number;
  readonly archivedAt: Date | null;
  readonly stripeProductId: string | null;
  readonly stripePriceId: string | null;
}

const adminRows = (db: Db) =>
  priceItemRows(db).select([
    'is_active',
    'position',
    'archived_at',
    'stripe_product_id as stripeProductId',
    'stripe_price_id as stripePriceId',
  ]);

type Row = Awaited<ReturnType<ReturnType<typeof adminRows>['execute']>>[number];

const adminRowOf = ({ is_active, archived_at, ...row }: Row): AdminPriceItemRow => ({
  ...rowOf(row),
  position: row.position,
  stripeProductId: row.stripeProductId,
  stripePriceId: row.stripePriceId,
  isActive: Boolean(is_active),
  archivedAt: archived_at === null ? null : instantFrom(archived_at),
});

/** The whole list in its order; archived items last, and only where they are asked for. */
export async function adminPriceItems(
  { db, actor }: ReadContext,
  { includeArchived }: { readonly includeArchived: boolean },
): Promise<AdminPriceItemRow[]> {
  requirePermission(actor, 'price:manage');
  const query = adminRows(db).orderBy('position').orderBy('id');
  const rows = (await (includeArchived ? query : query.where('archived_at', 'is', null)).execute()).map(adminRowOf);
  return [
    ...rows.filter(({ archivedAt }) => archivedAt === null),
    ...rows.filter(({ archivedAt }) => archivedAt !== null),
  ];
}

/** One item, for those who manage prices. */
export async function adminPriceItem({ db, actor }: ReadContext, id: string): Promise<AdminPriceItemRow> {
  requirePermission(actor, 'price:manage');
  const row = isId(id) ? await adminRows(db).where('id', '=', id).executeTakeFirst() : undefined;
  if (row === undefined) throw new DomainError('NOT_FOUND');
  return adminRowOf(row);
}

/** A change of an item, as those who manage prices see it. */
export interface PriceChangeRow {
  readonly id: string;
  readonly kind: PriceChangeKind;
  readonly actorId: string | null;
  readonly changes: readonly ChangedValue[];
  readonly at: Date;
}

/** What happened to an item, newest first: written by people, a few lines a year. */
export async function priceChanges({ db, actor }: ReadContext, itemId: string): Promise<PriceChangeRow[]> {
  requirePermission(actor, 'price:manage');
  const rows = await db
    .selectFrom('price_change')
    .select(['id', 'kind', 'actor_id', 'changes', 'created_at'])
    .where('price_item_id', '=', itemId)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(200)
    .execute();
  return rows.map(({ id, kind, actor_id, changes, created_at }) => ({
    ...{ id, kind, actorId: actor_id },
    changes: jsonFrom(changes),
    at: instantFrom(created_at),
  }));
}
