import { RetentionChange } from '../../../entities/archive/retention-change.entity.ts';
import { idOf } from '../../access/actor.ts';
import { transition } from '../../kernel/states.ts';
import type { Tx } from '../../platform/context.ts';
import { retentionChangeStates } from './retention-change.states.ts';

/** The shorter times that were asked for some documents of a cabinet, and that have not taken effect, do not come. Returns how many. */
export async function undoPending(
  tx: Tx<'em' | 'actor' | 'now' | 'record'>,
  { cabinetId, ids }: { readonly cabinetId: string; readonly ids: readonly string[] },
): Promise<number> {
  const pending = await tx.em.find(RetentionChange, { document: { $in: [...ids] }, status: 'PENDING' });
  for (const change of pending) {
    transition(retentionChangeStates, change, 'undo');
    Object.assign(change, { endedAt: tx.now, endedBy: idOf(tx.actor) });
    tx.record({
      action: 'RETENTION_SHORTENING_UNDONE',
      ...{ targetType: 'document', targetId: change.document.id, payload: { cabinetId } },
    });
  }
  return pending.length;
}
