import { sql, type Expression, type ExpressionBuilder, type SqlBool } from 'kysely';
import type { Tables } from '../../../entities/index.ts';
import type { UserStatus } from '../../../entities/identity/user.entity.ts';
import { cursorForm, decodeCursor, keyIn } from '../../kernel/cursor.ts';
import { DomainError } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import type { UserRole } from '../../kernel/roles.ts';
import { pageOf, type PageOf } from '../../platform/page.ts';
import type { ReadScope } from '../../platform/scope.ts';
import type { Account } from '../account.ts';
import { accountFrom, accountRows } from './account-row.ts';

const cursors = cursorForm('users', 'id');

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

export interface ListUsers {
  readonly filter?: UserFilter | null;
  readonly first: number;
  readonly after?: string | null;
}

/** More words than this name nobody more closely. */
const mostWords = 5;

/** A page of accounts, the newest first: identifiers grow with time. */
export async function listUsers({ db }: ReadScope, { filter, first, after }: ListUsers): Promise<PageOf<Account>> {
  const { role, status, search, createdFrom, createdTo } = filter ?? {};
  let query = accountRows(db).orderBy('id', 'desc').limit(first + 1);
  if (role) query = query.where('role', '=', role);
  if (status) query = query.where('status', '=', status);
  if (createdFrom) query = query.where('created_at', '>=', createdFrom);
  if (createdTo) query = query.where('created_at', '<', createdTo);
  for (const word of wordsOf(search)) query = query.where((eb) => eb.or(namedBy(eb, word)));
  if (after) query = query.where('id', '<', decodeCursor(after, cursors)[0]);
  return pageOf((await query.execute()).map(accountFrom), first, ({ id }) => keyIn(cursors, id));
}

/** One account; erased ones too, which name nobody. */
export async function findUser({ db }: ReadScope, id: string): Promise<Account> {
  const row = isId(id) ? await accountRows(db).where('id', '=', id).executeTakeFirst() : undefined;
  if (row === undefined) throw new DomainError('NOT_FOUND');
  return accountFrom(row);
}

const wordsOf = (search: string | null | undefined): string[] => (search ?? '').split(/\s+/u).filter(Boolean).slice(0, mostWords);

/** SQLite ignores the case of plain letters only: a word is tried as it was written, and as names are. */
function namedBy(eb: ExpressionBuilder<Tables, 'user'>, word: string): Expression<SqlBool>[] {
  const [first = '', ...rest] = word;
  const spellings = new Set([word, word.toLowerCase(), first.toUpperCase() + rest.join('').toLowerCase()]);
  return [...spellings].flatMap((spelling) => {
    const pattern = `%${spelling.replace(/[!%_]/g, '!$&')}%`;
    return (['first_name', 'last_name', 'email'] as const).map((column) => sql<SqlBool>`${eb.ref(column)} like ${pattern} escape '!'`);
  });
}
