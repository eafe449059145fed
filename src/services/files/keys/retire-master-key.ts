import { requirePermission } from '../../access/actor.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import { retireKey, type KeyStore } from '../../vault/index.ts';
import { neededByBackup } from './key-needs.ts';
import { wrappedUnder } from './master-keys.ts';

type Needed = Pick<AppContext, 'db' | 'now' | 'run' | 'actor' | 'vault' | 'keyNeeds'>;

/**
 * Drops an old master key that nothing needs any more. `KEY_IN_USE` while data keys are wrapped by it;
 * `KEY_NEEDED_BY_BACKUP` while a kept backup holds some, with the date when it no longer does (`until`, null while it is
 * kept without an end).
 */
export async function retireMasterKey(
  ctx: Needed,
  { id, store, isDryRun = false }: { readonly id: string; readonly store: KeyStore; readonly isDryRun?: boolean },
): Promise<void> {
  requirePermission(ctx.actor, 'key:manage');
  const count = await wrappedUnder(ctx, id);
  if (count > 0) throw new DomainError('KEY_IN_USE', { count });
  const need = await neededByBackup(ctx, id);
  if (need) throw new DomainError('KEY_NEEDED_BY_BACKUP', { until: need.until?.toISOString() ?? null });
  if (isDryRun) return;
  await retireKey(store, id);
  await ctx.run(recordRetired, { id });
}

const recordRetired = async ({ record }: Tx<'record'>, { id }: { id: string }): Promise<void> =>
  record({ action: 'MASTER_KEY_RETIRED', targetId: id });
