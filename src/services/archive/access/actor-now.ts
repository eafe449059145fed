import type { Actor } from '../../access/actor.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { PermissionSet } from '../../kernel/roles.ts';
import { jsonFrom, writing } from '../../platform/orm/values.ts';
import type { Tx } from '../../platform/context.ts';

/**
 * Whoever asked for something that a job does, as they are now. A program is asked for its scopes at each request, and here only for its
 * place. FORBIDDEN for somebody who may not use their account any more.
 */
export async function actorNow({ em, actor }: Tx<'em' | 'actor'>, id: string): Promise<Actor> {
  const { db } = writing(em);
  const person = await db
    .selectFrom('user')
    .select(['role', 'permission_sets as sets', 'status', 'locale'])
    .where('id', '=', id)
    .executeTakeFirst();
  const known = { sessionId: null, address: actor.address, agent: actor.agent };
  if (person === undefined)
    return {
      ...{ ...known, kind: 'SERVICE', userId: null, role: null, locale: actor.locale },
      service: { accountId: id, scopes: ['document:add'] },
    };
  if (person.status !== 'ACTIVE') throw new DomainError('FORBIDDEN');
  const { role, locale } = person;
  const sets = jsonFrom<PermissionSet[] | null>(person.sets) ?? [];
  return { ...known, kind: 'PERSON', userId: id, role, sets, locale };
}
