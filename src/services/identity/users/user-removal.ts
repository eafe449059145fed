import { DomainError } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import type { Holding, PersonKeeper } from '../../platform/ports.ts';
import type { Operation, ReadScope } from '../../platform/scope.ts';

/** What becomes of an account that is deleted, before (a preview) and after. */
export interface UserRemoval {
  readonly userId: string;
  /** PSEUDONYMISED: something that stays names the account, which loses everything that says who it was. */
  readonly outcome: 'DELETED' | 'PSEUDONYMISED';
  readonly parts: readonly Holding[];
  /** Pieces of work under way; above 0 the account cannot be deleted. */
  readonly openWork: number;
}

export async function removalOf(read: ReadScope, userId: string, keepers: readonly PersonKeeper[]): Promise<UserRemoval> {
  const holdings: Holding[] = [];
  for (const keeper of keepers) holdings.push(...(await keeper.holdings(read, userId)));
  const parts = holdings.filter(({ count }) => count > 0);
  const outcome = parts.some(({ fate }) => fate !== 'DELETED') ? 'PSEUDONYMISED' : 'DELETED';
  return {
    userId, outcome,
    parts: parts.map((part) => (outcome === 'PSEUDONYMISED' && part.isProof ? { ...part, fate: 'KEPT' } : part)),
    openWork: parts.reduce((sum, { underWay = 0 }) => sum + underWay, 0),
  };
}

/** What would be lost with an account, and what would stay; nothing is touched. */
export const previewUserDeletion: Operation<'db' | 'actor' | 'now' | 'personKeepers', { readonly userId: string }, UserRemoval> = async ({ personKeepers, ...read }, { userId }) => {
  const known = isId(userId) ? await read.db.selectFrom('user').select('id').where('id', '=', userId).where('status', '!=', 'ERASED').executeTakeFirst() : undefined;
  if (known === undefined) throw new DomainError('NOT_FOUND');
  return removalOf(read, userId, personKeepers);
};
