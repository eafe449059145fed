import { personOf } from '../../access/actor.ts';
import { instantFrom } from '../../platform/orm/values.ts';
import type { ReadContext } from '../../platform/context.ts';
import type { MyPasskey } from '../passkeys/passkey-view.ts';

/** The passkeys of the current user, the oldest first. */
export async function listMyPasskeys({ db, actor }: Pick<ReadContext, 'db' | 'actor'>): Promise<MyPasskey[]> {
  const rows = await db
    .selectFrom('passkey')
    .select(['id', 'name', 'is_synced', 'created_at', 'last_used_at'])
    .where('user_id', '=', personOf(actor))
    .orderBy('id')
    .limit(100)
    .execute();
  return rows.map(({ id, name, is_synced: synced, created_at: created, last_used_at: used }) => ({
    id,
    name,
    isSynced: Boolean(synced),
    createdAt: instantFrom(created),
    lastUsedAt: used === null ? null : instantFrom(used),
  }));
}
