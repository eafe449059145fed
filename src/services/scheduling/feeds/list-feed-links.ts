import type { FeedKind } from '../../../entities/scheduling/feed-link.entity.ts';
import type { ReadContext } from '../../platform/context.ts';
import { instantFrom } from '../../platform/orm/values.ts';

export interface FeedLinkRow {
  readonly id: string;
  readonly kind: FeedKind;
  readonly createdAt: Date;
  readonly lastReadAt: Date | null;
}

/** The addresses of an artisan that answer, the oldest first; without their secrets. */
export async function listFeedLinks({ db }: Pick<ReadContext, 'db'>, artisanId: string): Promise<FeedLinkRow[]> {
  const rows = await db
    .selectFrom('feed_link')
    .select(['id', 'kind', 'created_at as createdAt', 'last_read_at as lastReadAt'])
    .where('artisan_id', '=', artisanId)
    .where('revoked_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map(({ createdAt, lastReadAt, ...row }) => ({
    ...row,
    createdAt: instantFrom(createdAt),
    lastReadAt: lastReadAt === null ? null : instantFrom(lastReadAt),
  }));
}
