import type { Locale } from '../kernel/locale.ts';
import type { UserRole } from '../kernel/roles.ts';
import type { Db } from '../platform/scope.ts';

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

const people = (db: Db) =>
  db.selectFrom('user').select(['id', 'email', 'first_name', 'last_name', 'locale', 'role']);

type Row = Awaited<ReturnType<ReturnType<typeof people>['execute']>>[number];

const recipientOf = (row: Row): Recipient => ({
  userId: row.id, email: row.email, name: `${row.first_name} ${row.last_name}`, firstName: row.first_name, locale: row.locale, role: row.role,
});

/** Those of these people who can still be told something: neither suspended nor erased. By id. */
export async function recipientsOf(db: Db, userIds: readonly string[]): Promise<ReadonlyMap<string, Recipient>> {
  if (userIds.length === 0) return new Map();
  const rows = await people(db).where('id', 'in', userIds).where('status', 'in', ['PENDING', 'ACTIVE']).execute();
  return new Map(rows.map((row) => [row.id, recipientOf(row)]));
}

/** Everyone active in a role, or everyone active. */
export async function recipientsIn(db: Db, role: UserRole | 'EVERYONE'): Promise<Recipient[]> {
  const query = people(db).where('status', '=', 'ACTIVE').orderBy('id');
  const rows = await (role === 'EVERYONE' ? query : query.where('role', '=', role)).execute();
  return rows.map(recipientOf);
}
