import type { Cabinet } from '../../../entities/archive/cabinet.entity.ts';
import { Document } from '../../../entities/archive/document.entity.ts';
import { RetentionChange } from '../../../entities/archive/retention-change.entity.ts';
import { transition } from '../../kernel/states.ts';
import type { Tx } from '../../platform/context.ts';
import { retentionChangeStates } from './retention-change.states.ts';
import { itemOf, mostOfEach, type RetentionItem } from './retention-item.ts';

/** Shorter times of keeping whose 30 days are over take effect, in the locked cabinet. */
export async function applyChanges(
  { em, now, record }: Tx<'em' | 'now' | 'record'>,
  cabinet: Cabinet,
): Promise<RetentionItem[]> {
  const changes = await em.find(
    RetentionChange,
    { status: 'PENDING', effectiveAt: { $lte: now }, document: { cabinet } },
    { orderBy: { effectiveAt: 'asc', id: 'asc' }, limit: mostOfEach },
  );
  const items: RetentionItem[] = [];
  for (const change of changes) {
    const document = await em.findOneOrFail(Document, { id: change.document.id });
    const from = document.retainUntil?.toISOString() ?? null;
    transition(retentionChangeStates, change, 'apply');
    change.endedAt = now;
    Object.assign(document, { retainUntil: change.retainUntil, retainAtLeast: null });
    record({
      action: 'RETENTION_SHORTENED',
      ...{ targetType: 'document', targetId: document.id },
      payload: { cabinetId: cabinet.id, from, to: change.retainUntil?.toISOString() ?? null },
    });
    items.push(itemOf(document, 'SHORTENED'));
  }
  return items;
}
