import type { Selectable } from 'kysely';
import type { Tables } from '../../entities/index.ts';
import type { Locale } from '../kernel/locale.ts';
import type { UserRole } from '../kernel/roles.ts';
import { lockedForShare, numberFrom, writing } from '../platform/orm/values.ts';
import type { Tx } from '../platform/context.ts';

/** A person as mails and notifications address them. */
export interface Recipient {
  readonly userId: string;
  readonly email: string;
  /** First and last name. */
  readonly name: string;
  readonly firstName: string;
  readonly locale: Locale;
  readonly role: UserRole;
}

type Row = Pick<Selectable<Tables['user']>, 'id' | 'email' | 'first_name' | 'last_name' | 'locale' | 'role'>;

/** Locked until the commit: nothing is written to somebody who is erased meanwhile. */
function people({ em }: Tx<'em'>) {
  const { db, dialect } = writing(em);
  return lockedForShare(
    db.selectFrom('user').select(['id', 'email', 'first_name', 'last_name', 'locale', 'role']),
    dialect,
  );
}

const recipientOf = (row: Row): Recipient => ({
  userId: row.id,
  email: row.email,
  name: `${row.first_name} ${row.last_name}`,
  firstName: row.first_name,
  locale: row.locale,
  role: row.role,
});

/** Those of these people who can be notified: neither suspended nor erased. By id. */
export async function recipientsOf(tx: Tx<'em'>, userIds: readonly string[]): Promise<ReadonlyMap<string, Recipient>> {
  if (userIds.length === 0) return new Map();
  const rows = await people(tx).where('id', 'in', userIds).where('status', 'in', ['PENDING', 'ACTIVE']).execute();
  return new Map(rows.map((row) => [row.id, recipientOf(row)]));
}

interface Between {
  /** The id that comes before theirs; empty for the first. */
  readonly after: string;
  /** They were there then. */
  readonly until: Date;
  readonly limit: number;
}

/** The same, in the order of their ids, some at once; and how many that would be. */
export async function recipientsAfter(
  tx: Tx<'em'>,
  role: UserRole | 'EVERYONE',
  { after, until, limit }: Between,
): Promise<Recipient[]> {
  const query = people(tx)
    .where('status', '=', 'ACTIVE')
    .where('id', '>', after)
    .where('created_at', '<=', until)
    .orderBy('id')
    .limit(limit);
  const rows = await (role === 'EVERYONE' ? query : query.where('role', '=', role)).execute();
  return rows.map(recipientOf);
}

export async function countRecipients({ em }: Tx<'em'>, role: UserRole | 'EVERYONE'): Promise<number> {
  const query = writing(em)
    .db.selectFrom('user')
    .select((eb) => eb.fn.countAll().as('count'))
    .where('status', '=', 'ACTIVE');
  const { count } = await (role === 'EVERYONE' ? query : query.where('role', '=', role)).executeTakeFirstOrThrow();
  return numberFrom(count);
}

/** Everyone active in a role, or everyone active. */
export async function recipientsIn(tx: Tx<'em'>, role: UserRole | 'EVERYONE'): Promise<Recipient[]> {
  const query = people(tx).where('status', '=', 'ACTIVE').orderBy('id');
  const rows = await (role === 'EVERYONE' ? query : query.where('role', '=', role)).execute();
  return rows.map(recipientOf);
}
