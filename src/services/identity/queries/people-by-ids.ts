import { can, type Actor } from '../../access/actor.ts';
import type { ReadContext } from '../../platform/context.ts';
import { fullName, type Account } from '../account/account.ts';
import { accountFrom, accountRows } from './account-row.ts';

type Public = 'id' | 'firstName' | 'lastName' | 'displayName' | 'role';
type Private = Exclude<keyof Account, Public>;

/** A person as the caller sees them: their name and role; the rest is null unless it is themself or somebody who may read accounts. */
export type Person = Pick<Account, Public> & { readonly [F in Private]: Account[F] | null };

/** Whether the actor may see all of a person: the person, those who may read accounts, and the application itself. */
const maySeeAccount = (actor: Actor, userId: string): boolean => can(actor, 'user:read') || actor.userId === userId;

const hidden: Readonly<Record<Private, null>> = {
  email: null,
  status: null,
  permissionSets: null,
  locale: null,
  createdAt: null,
  phone: null,
  address: null,
  bio: null,
  avatarFileId: null,
  preferences: null,
};

/**
 * People by their ids, in one statement; ids of nobody are absent. Whether the caller may know of them is the caller's rule.
 * What is seen of a person is the same wherever they are shown: a client's cache keeps one object for each.
 */
export async function peopleByIds(
  { db, actor }: Pick<ReadContext, 'db' | 'actor'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Person>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  if (wanted.some((id) => maySeeAccount(actor, id))) {
    const rows = await accountRows(db).where('id', 'in', wanted).execute();
    return new Map(rows.map((row) => [row.id, maySeeAccount(actor, row.id) ? accountFrom(row) : namedOnly(row)]));
  }
  const rows = await db
    .selectFrom('user')
    .select(['id', 'first_name as firstName', 'last_name as lastName', 'role'])
    .where('id', 'in', wanted)
    .execute();
  return new Map(rows.map((row) => [row.id, namedOnly(row)]));
}

const namedOnly = ({ id, firstName, lastName, role }: Omit<Pick<Account, Public>, 'displayName'>): Person => ({
  ...hidden,
  id,
  firstName,
  lastName,
  displayName: fullName({ firstName, lastName }),
  role,
});
