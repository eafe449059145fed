import { instantFrom, jsonFrom } from '../../platform/orm/values.ts';
import type { ReadContext } from '../../platform/context.ts';

/** A token that is valid now: not revoked, not too old, of an account that is not retired. */
export interface LiveApiToken {
  readonly tokenId: string;
  readonly accountId: string;
  readonly scopes: readonly string[];
  readonly expiresAt: Date;
}

/** Which of these are in force, by what is kept of their secrets or by id: one statement, by an index. */
export async function liveApiTokens(
  { db, now }: Pick<ReadContext, 'db' | 'now'>,
  { hashes, ids }: { hashes?: readonly string[]; ids?: readonly string[] },
): Promise<LiveApiToken[]> {
  if ((hashes ?? ids ?? []).length === 0) return [];
  const rows = await db
    .selectFrom('api_token')
    .innerJoin('service_account', 'service_account.id', 'api_token.account_id')
    .select([
      'api_token.id as tokenId',
      'api_token.account_id as accountId',
      'api_token.scopes',
      'api_token.expires_at as expiresAt',
    ])
    .where((eb) =>
      hashes === undefined ? eb('api_token.id', 'in', ids ?? []) : eb('api_token.token_hash', 'in', hashes),
    )
    .where('api_token.revoked_at', 'is', null)
    .where('api_token.expires_at', '>', now)
    .where('service_account.retired_at', 'is', null)
    .execute();
  return rows.map((row) => ({ ...row, scopes: jsonFrom<string[]>(row.scopes), expiresAt: instantFrom(row.expiresAt) }));
}
