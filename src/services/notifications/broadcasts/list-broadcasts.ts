import type { BroadcastAudience } from '../../../entities/notifications/broadcast.entity.ts';
import type { NotificationType, Priority } from '../../../entities/notifications/notification.entity.ts';
import type { SortOf } from '../../kernel/list-orders.ts';
import { sortKey, type Orders } from '../../platform/keyset.ts';
import { listPage } from '../../platform/list.ts';
import { numberFrom } from '../../platform/orm/values.ts';
import type { ReadContext } from '../../platform/context.ts';
import type { ListRequest, PageOf } from '../../platform/page.ts';

export interface BroadcastRow {
  readonly id: string;
  /** Null for people named one by one. */
  readonly audience: Exclude<BroadcastAudience, 'NAMED'> | null;
  readonly title: string;
  readonly message: string;
  readonly type: NotificationType;
  readonly priority: Priority;
  readonly recipientCount: number;
  readonly isByMail: boolean;
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  readonly withdrawnAt: Date | null;
  readonly completedAt: Date | null;
}

export type ListBroadcasts = ListRequest<SortOf<'BroadcastSort'>>;

const createdAt = sortKey<BroadcastRow>('broadcast.created_at', 'instant', (row) => row.createdAt);
const id = sortKey<BroadcastRow>('broadcast.id', 'id', (row) => row.id);
const orders: Orders<BroadcastRow, SortOf<'BroadcastSort'>> = {
  CREATED_AT_DESC: [createdAt.desc, id.desc],
  CREATED_AT_ASC: [createdAt.asc, id.asc],
};

/** The notifications that admins sent to many people. */
export const listBroadcasts = (
  { db }: ReadContext,
  { orderBy, ...page }: ListBroadcasts,
): Promise<PageOf<BroadcastRow>> =>
  listPage({
    db,
    query: db
      .selectFrom('broadcast')
      .select(['id', 'audience', 'title', 'message', 'type', 'priority', 'recipient_count as recipientCount'])
      .select(['is_by_mail as isByMail', 'created_at as createdAt', 'expires_at as expiresAt'])
      .select(['withdrawn_at as withdrawnAt', 'completed_at as completedAt']),
    orders,
    orderBy: orderBy ?? 'CREATED_AT_DESC',
    page,
    shape: (rows) => rows.map(broadcastRow),
  });

type Kept = Omit<BroadcastRow, 'audience' | 'isByMail'> & {
  readonly audience: BroadcastAudience;
  readonly isByMail: unknown;
};

/** A broadcast as admins see it, from a row or from the entity. */
export const broadcastRow = (kept: Kept): BroadcastRow => ({
  ...kept,
  audience: kept.audience === 'NAMED' ? null : kept.audience,
  isByMail: Boolean(kept.isByMail),
});

/** How many have read each broadcast; of those whose notification is still kept. */
export async function readCountsOf(
  { db }: Pick<ReadContext, 'db'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const broadcastId of ids) {
    const { count } = await db
      .selectFrom('notification')
      .select((eb) => eb.fn.countAll().as('count'))
      .where('dedupe_key', '>=', `broadcast:${broadcastId}:`)
      .where('dedupe_key', '<', `broadcast:${broadcastId}:g`)
      .where('read_at', 'is not', null)
      .executeTakeFirstOrThrow();
    counts.set(broadcastId, numberFrom(count));
  }
  return counts;
}
