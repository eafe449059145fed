import { can, personOf, type Actor } from '../../access/actor.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { Db, ReadContext } from '../../platform/context.ts';
import { runCompiled } from '../../platform/orm/compiled.ts';
import { instantFrom } from '../../platform/orm/values.ts';
import { everything, type Selection } from '../../platform/selection.ts';
import { fullName, type Account } from '../account/account.ts';
import { readPreferences } from '../account/preferences.ts';
import { accountColumns, permissionSetsFrom, type AccountRow } from './account-row.ts';

type Public = 'id' | 'firstName' | 'lastName' | 'displayName' | 'role';
type Private = Exclude<keyof Account, Public>;

/**
 * A person as the caller sees them: their name and role; the rest is null unless it is themself or somebody who may read accounts.
 * What was not selected is absent.
 */
export type Person = Pick<Account, Public> & { readonly [F in Private]?: Account[F] | null | undefined };

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
  asked: Selection = everything,
): Promise<ReadonlyMap<string, Person>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  if (wanted.some((id) => maySeeAccount(actor, id))) {
    const rows = await rowsOf(db, wanted, accountColumns(asked));
    return new Map(rows.map((row) => [row.id, maySeeAccount(actor, row.id) ? personFrom(row) : namedOnly(row)]));
  }
  const rows = await rowsOf(db, wanted, accountColumns({ has: () => false }));
  return new Map(rows.map((row) => [row.id, namedOnly(row)]));
}

/** The current user, as they see themself: one read by primary key. */
export async function showMyself({ db, actor }: Pick<ReadContext, 'db' | 'actor'>, asked: Selection): Promise<Person> {
  const id = personOf(actor);
  const { key, columns } = ownShape(asked);
  const make = () => db.selectFrom('user').select(columns).where('id', '=', id);
  const [row] = await runCompiled<Selected>(db, { key, values: [id], make });
  if (row === undefined) throw new DomainError('UNAUTHENTICATED');
  return personFrom(row);
}

interface Shape {
  readonly key: string;
  readonly columns: ReturnType<typeof accountColumns>;
}

/** Requests with the same document share their selection. */
const shapes = new WeakMap<Selection, Shape>();

function ownShape(asked: Selection): Shape {
  const known = shapes.get(asked);
  if (known !== undefined) return known;
  const columns = accountColumns(asked);
  const shape = { key: `me ${columns.join()}`, columns };
  shapes.set(asked, shape);
  return shape;
}

/** The columns that were read of an account. */
type Selected = Pick<AccountRow, 'id' | 'firstName' | 'lastName' | 'role'> & Partial<AccountRow>;

function rowsOf(db: Db, ids: readonly string[], columns: ReturnType<typeof accountColumns>): Promise<Selected[]> {
  const make = () => db.selectFrom('user').select(columns).where('id', 'in', ids);
  return runCompiled<Selected>(db, { key: `people ${ids.length} ${columns.join()}`, values: ids, make });
}

const personFrom = (row: Selected): Person => ({
  id: row.id,
  firstName: row.firstName,
  lastName: row.lastName,
  displayName: fullName(row),
  role: row.role,
  email: row.email,
  status: row.status,
  locale: row.locale,
  phone: row.phone,
  address: row.address,
  bio: row.bio,
  avatarFileId: row.avatarFileId,
  permissionSets: row.sets === undefined ? undefined : permissionSetsFrom(row.sets),
  createdAt: row.createdAt === undefined ? undefined : instantFrom(row.createdAt),
  preferences: row.preferences === undefined ? undefined : { userId: row.id, ...readPreferences(row.preferences) },
});

const namedOnly = ({ id, firstName, lastName, role }: Selected): Person => ({
  ...hidden,
  id,
  firstName,
  lastName,
  displayName: fullName({ firstName, lastName }),
  role,
});
