import { foundIn } from '../../platform/text-search.ts';
import { jsonFrom } from '../../platform/orm/values.ts';
import type { ReadContext } from '../../platform/context.ts';

/** An instant as the database gives it, or as an entity holds it: the API's scalar takes them all. */
type RawInstant = string | number | Date;

export interface ServiceAccountRow {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly createdAt: RawInstant;
  readonly retiredAt: RawInstant | null;
}

/** A token as people see it: everything but its secret. */
export interface ApiTokenRow {
  readonly id: string;
  readonly name: string;
  readonly prefix: string;
  readonly scopes: readonly string[];
  readonly createdAt: RawInstant;
  readonly expiresAt: RawInstant;
  readonly lastUsedAt: RawInstant | null;
  readonly lastUsedFrom: string | null;
  readonly revokedAt: RawInstant | null;
}

/** More than any installation has programs; the oldest first. */
const most = 500;

/** Every service account, retired ones too, or those that a text is found in. */
export function listServiceAccounts(
  { db }: Pick<ReadContext, 'db'>,
  { search }: { readonly search?: string | null } = {},
): Promise<ServiceAccountRow[]> {
  const query = db
    .selectFrom('service_account')
    .select(['id', 'name', 'description', 'created_at as createdAt', 'retired_at as retiredAt']);
  return foundIn(db, query, { text: search, within: ['service_account.name', 'service_account.description'] })
    .orderBy('id')
    .limit(most)
    .execute();
}

/** The tokens of many accounts at once, the newest first. For accounts that the actor was shown. */
export async function apiTokensOf(
  { db }: Pick<ReadContext, 'db'>,
  accountIds: readonly string[],
): Promise<ReadonlyMap<string, ApiTokenRow[]>> {
  const byAccount = new Map<string, ApiTokenRow[]>(accountIds.map((id) => [id, []]));
  const rows = await db
    .selectFrom('api_token')
    .select([
      'id',
      'account_id as accountId',
      'name',
      'prefix',
      'scopes',
      'created_at as createdAt',
      'expires_at as expiresAt',
      'last_used_at as lastUsedAt',
      'last_used_from as lastUsedFrom',
      'revoked_at as revokedAt',
    ])
    .where('account_id', 'in', accountIds)
    .orderBy('id', 'desc')
    .execute();
  for (const { accountId, scopes, ...row } of rows)
    byAccount.get(accountId)?.push({ ...row, scopes: jsonFrom<string[]>(scopes) });
  return byAccount;
}
