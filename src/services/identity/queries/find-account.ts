import { DomainError } from '../../kernel/errors.ts';
import { instantFrom } from '../../platform/orm/values.ts';
import { personOf } from '../../access/actor.ts';
import type { ReadScope } from '../../platform/scope.ts';
import type { Account } from '../account.ts';
import { readPreferences } from '../preferences.ts';

/** The account of the person who asks: one read by primary key. */
export async function findMyAccount({ db, actor }: Pick<ReadScope, 'db' | 'actor'>): Promise<Account> {
  const row = await db
    .selectFrom('user')
    .select(['id', 'email', 'first_name', 'last_name', 'role', 'status', 'locale', 'created_at', 'phone', 'address', 'bio', 'avatar_file_id', 'preferences'])
    .where('id', '=', personOf(actor))
    .executeTakeFirst();
  if (row === undefined) throw new DomainError('UNAUTHENTICATED');
  return {
    id: row.id, email: row.email, firstName: row.first_name, lastName: row.last_name, displayName: `${row.first_name} ${row.last_name}`,
    role: row.role, status: row.status, locale: row.locale, createdAt: instantFrom(row.created_at),
    phone: row.phone, address: row.address, bio: row.bio, avatarFileId: row.avatar_file_id, preferences: readPreferences(row.preferences),
  };
}
