import type { UserStatus } from '../../../entities/identity/user.entity.ts';
import { DomainError } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import type { SortOf } from '../../kernel/list-orders.ts';
import type { UserRole } from '../../kernel/roles.ts';
import { sortKey, type Orders } from '../../platform/keyset.ts';
import { listPage } from '../../platform/list.ts';
import type { ListRequest, PageOf } from '../../platform/page.ts';
import type { Db, ReadContext } from '../../platform/context.ts';
import type { Account } from '../account/account.ts';
import { accountFrom, accountRows } from './account-row.ts';
import { peopleSearchedFor } from './search-people.ts';
import { countUsers } from './user-counts.ts';

export interface UserFilter {
  readonly role?: UserRole | null;
  readonly status?: UserStatus | null;
  /** Words of a name or an address: each must be found somewhere. */
  readonly search?: string | null;
  /** Made then or later. */
  readonly createdFrom?: Date | null;
  /** Made before then. */
  readonly createdTo?: Date | null;
}

export interface ListUsers extends ListRequest<SortOf<'UserSort'>> {
  readonly filter?: UserFilter | null;
}

const lastName = sortKey<Account>('user.last_name_key', 'folded', (row) => row.lastName);
const firstName = sortKey<Account>('user.first_name_key', 'folded', (row) => row.firstName);
const createdAt = sortKey<Account>('user.created_at', 'instant', (row) => row.createdAt);
const key = sortKey<Account>('user.id', 'id', (row) => row.id);

const orders: Orders<Account, SortOf<'UserSort'>> = {
  CREATED_AT_DESC: [createdAt.desc, key.desc],
  CREATED_AT_ASC: [createdAt.asc, key.asc],
  NAME_ASC: [lastName.asc, firstName.asc, key.asc],
  NAME_DESC: [lastName.desc, firstName.desc, key.desc],
};

function accountsThrough(db: Db, { role, status, createdFrom, createdTo }: UserFilter) {
  let query = accountRows(db);
  if (role) query = query.where('role', '=', role);
  if (status) query = query.where('status', '=', status);
  if (createdFrom) query = query.where('created_at', '>=', createdFrom);
  return createdTo ? query.where('created_at', '<', createdTo) : query;
}

/** A page of accounts, the newest first unless said. */
export async function listUsers(
  { db }: ReadContext,
  { filter, orderBy, ...page }: ListUsers,
): Promise<PageOf<Account>> {
  const accounts = accountsThrough(db, filter ?? {});
  const people = await peopleSearchedFor(db, filter?.search);
  return listPage({
    db,
    // MySQL knows no empty list.
    query: people ? accounts.where('id', 'in', people.length > 0 ? people : ['']) : accounts,
    orders,
    orderBy: orderBy ?? 'CREATED_AT_DESC',
    page,
    shape: (rows) => rows.map(accountFrom),
    search: { text: filter?.search, within: [], folded: ['user.search_text'] },
    count: () => countUsers(db, filter ?? {}),
  });
}

/** One account; erased ones too, which name nobody. */
export async function findUser({ db }: ReadContext, id: string): Promise<Account> {
  const row = isId(id) ? await accountRows(db).where('id', '=', id).executeTakeFirst() : undefined;
  if (row === undefined) throw new DomainError('NOT_FOUND');
  return accountFrom(row);
}
