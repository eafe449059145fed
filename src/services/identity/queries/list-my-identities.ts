import { personOf } from '../../access/actor.ts';
import { instantFrom } from '../../platform/orm/values.ts';
import type { ReadContext } from '../../platform/context.ts';
import type { LinkedIdentity } from '../sso/attach-identity.ts';

/** The identities attached to the account of the current user, the first attached first. */
export async function listMyIdentities({ db, actor }: Pick<ReadContext, 'db' | 'actor'>): Promise<LinkedIdentity[]> {
  const rows = await db
    .selectFrom('identity')
    .select(['id', 'provider', 'email', 'created_at', 'last_used_at'])
    .where('user_id', '=', personOf(actor))
    .orderBy('id')
    .limit(100)
    .execute();
  return rows.map(({ id, provider, email, created_at: linked, last_used_at: used }) => ({
    id,
    provider,
    email,
    linkedAt: instantFrom(linked),
    lastUsedAt: used === null ? null : instantFrom(used),
  }));
}
