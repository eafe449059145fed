import { can, type Actor } from '../../access/actor.ts';
import type { UserRole } from '../../kernel/roles.ts';
import type { ReadScope } from '../../platform/scope.ts';

/** A person as others see them: a name and a role. */
export interface Person {
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly displayName: string;
  readonly role: UserRole;
  /** Only for the person themself and for those who may read accounts. */
  readonly email: string | null;
}

/** Who may see a person's address: themself, those who may read accounts, and the house itself. */
export const maySeeEmail = (actor: Actor, userId: string): boolean => can(actor, 'user:read') || actor.userId === userId;

/** People by their ids, in one statement; ids of nobody are absent. Whether the caller may know of them is the caller's rule. */
export async function peopleByIds({ db, actor }: Pick<ReadScope, 'db' | 'actor'>, ids: readonly string[]): Promise<ReadonlyMap<string, Person>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('user').select(['id', 'first_name', 'last_name', 'role', 'email']).where('id', 'in', [...new Set(ids)]).execute();
  return new Map(rows.map((row) => [row.id, {
    id: row.id, firstName: row.first_name, lastName: row.last_name, displayName: `${row.first_name} ${row.last_name}`, role: row.role, email: maySeeEmail(actor, row.id) ? row.email : null,
  }]));
}
