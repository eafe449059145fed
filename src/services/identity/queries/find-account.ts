import { DomainError } from '../../kernel/errors.ts';
import { instantFrom } from '../../platform/orm/values.ts';
import { personOf } from '../../access/actor.ts';
import type { ReadScope } from '../../platform/scope.ts';
import type { Account } from '../account.ts';

/** The account of the person who asks: one read by primary key. */
export async function findMyAccount({ db, actor }: Pick<ReadScope, 'db' | 'actor'>): Promise<Account> {
  const row = await db
    .selectFrom('user')
    .select(['id', 'email', 'first_name', 'last_name', 'role', 'status', 'locale', 'created_at'])
    .where('id', '=', personOf(actor))
    .executeTakeFirst();
  if (row === undefined) throw new DomainError('UNAUTHENTICATED');
  return {
    id: row.id, email: row.email, firstName: row.first_name, lastName: row.last_name, displayName: `${row.first_name} ${row.last_name}`,
    role: row.role, status: row.status, locale: row.locale, createdAt: instantFrom(row.created_at),
  };
}
