import type { Actor } from '../../access/actor.ts';
import type { PermissionSet } from '../../kernel/roles.ts';
import { jsonFrom } from '../../platform/orm/values.ts';
import type { ReadContext } from '../../platform/context.ts';

/** The person whose link it is, as they are now; undefined for somebody who may not use their account any more. */
export async function grantHolder({ db, actor }: ReadContext, userId: string): Promise<Actor | undefined> {
  const row = await db
    .selectFrom('user')
    .select(['role', 'permission_sets as sets', 'locale'])
    .where('id', '=', userId)
    .where('status', '=', 'ACTIVE')
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { role, locale } = row;
  const sets = jsonFrom<PermissionSet[] | null>(row.sets) ?? [];
  return { kind: 'PERSON', userId, role, sets, locale, sessionId: null, address: actor.address, agent: actor.agent };
}
