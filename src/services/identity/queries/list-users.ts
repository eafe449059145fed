import type { UserStatus } from '../../../entities/identity/user.entity.ts';
import { DomainError } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import type { SortOf } from '../../kernel/list-orders.ts';
import type { UserRole } from '../../kernel/roles.ts';
import { sortKey, type Orders } from '../../platform/keyset.ts';
import { listPage } from '../../platform/list.ts';
import type { ListRequest, PageOf } from '../../platform/page.ts';
import type { ReadContext } from '../../platform/context.ts';
import type { Account } from '../account/account.ts';
import { accountFrom, accountRows } from './account-row.ts';

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

const lastName = sortKey<Account>('user.last_name', 'text', (row) => row.lastName);
const firstName = sortKey<Account>('user.first_name', 'text', (row) => row.firstName);
const key = sortKey<Account>('user.id', 'id', (row) => row.id);

/** Identifiers grow with time. */
const orders: Orders<Account, SortOf<'UserSort'>> = {
  CREATED_AT_DESC: [key.desc],
  CREATED_AT_ASC: [key.asc],
  NAME_ASC: [lastName.asc, firstName.asc, key.asc],
  NAME_DESC: [lastName.desc, firstName.desc, key.desc],
};

/** A page of accounts, the newest first unless said. */
export function listUsers({ db }: ReadContext, { filter, orderBy, ...page }: ListUsers): Promise<PageOf<Account>> {
  const { role, status, search, createdFrom, createdTo } = filter ?? {};
  let query = accountRows(db);
  if (role) query = query.where('role', '=', role);
  if (status) query = query.where('status', '=', status);
  if (createdFrom) query = query.where('created_at', '>=', createdFrom);
  if (createdTo) query = query.where('created_at', '<', createdTo);
  return listPage({
    db,
    query,
    orders,
    orderBy: orderBy ?? 'CREATED_AT_DESC',
    page,
    shape: (rows) => rows.map(accountFrom),
    search: { text: search, within: ['user.first_name', 'user.last_name', 'user.email'] },
  });
}

/** One account; erased ones too, which name nobody. */
export async function findUser({ db }: ReadContext, id: string): Promise<Account> {
  const row = isId(id) ? await accountRows(db).where('id', '=', id).executeTakeFirst() : undefined;
  if (row === undefined) throw new DomainError('NOT_FOUND');
  return accountFrom(row);
}
