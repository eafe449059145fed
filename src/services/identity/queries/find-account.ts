import { DomainError } from '../../kernel/errors.ts';
import { personOf } from '../../access/actor.ts';
import type { ReadContext } from '../../platform/context.ts';
import type { Account } from '../account/account.ts';
import { accountFrom, accountRows } from './account-row.ts';

/** The account of the current user: one read by primary key. */
export async function findMyAccount({ db, actor }: Pick<ReadContext, 'db' | 'actor'>): Promise<Account> {
  const row = await accountRows(db).where('id', '=', personOf(actor)).executeTakeFirst();
  if (row === undefined) throw new DomainError('UNAUTHENTICATED');
  return accountFrom(row);
}
