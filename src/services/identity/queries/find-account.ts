import { DomainError } from '../../kernel/errors.ts';
import { personOf } from '../../access/actor.ts';
import { runCompiled, type RowOf } from '../../platform/orm/compiled.ts';
import type { ReadContext } from '../../platform/context.ts';
import type { Account } from '../account/account.ts';
import { accountFrom, accountRows } from './account-row.ts';

/** The account of the current user: one read by primary key. */
export async function findMyAccount({ db, actor }: Pick<ReadContext, 'db' | 'actor'>): Promise<Account> {
  const id = personOf(actor);
  const make = () => accountRows(db).where('id', '=', id);
  const [row] = await runCompiled<RowOf<typeof make>>(db, { key: 'account', values: [id], make });
  if (row === undefined) throw new DomainError('UNAUTHENTICATED');
  return accountFrom(row);
}
