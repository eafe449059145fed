import { DocumentType } from '../../../entities/archive/document-words.entity.ts';
import type { Tx } from '../../platform/context.ts';
import { instantFrom, writing } from '../../platform/orm/values.ts';
import { inChunks } from '../../platform/personal-data.ts';
import { awaitsItsEvent, keptUntil, laterEnd } from './kept-until.ts';
import { undoPending } from './undo-pending.ts';

/**
 * The documents of one type are about to have another: each is kept as long as that asks for, where it is not kept longer already. Called
 * with their cabinet locked; documents of one end are changed together.
 */
export async function lengthenAll(
  tx: Tx<'em' | 'config' | 'actor' | 'now' | 'record'>,
  { from, into }: { readonly from: string; readonly into: string },
): Promise<void> {
  const rule = await tx.em.findOneOrFail(DocumentType, { id: into });
  if (rule.keepMonths === null) return;
  await tx.em.flush();
  const { db } = writing(tx.em);
  const rows = await db
    .selectFrom('document')
    .select(['id', 'document_date', 'closed_on', 'created_at', 'retain_until'])
    .where('type_id', '=', from)
    .where('status', '!=', 'PURGED')
    .execute();
  const ends = Map.groupBy(rows, (row) => {
    const dates = { documentDate: row.document_date, closedOn: row.closed_on, createdAt: instantFrom(row.created_at) };
    const until = keptUntil(rule, dates, tx.config.TIME_ZONE);
    const present = row.retain_until === null ? null : instantFrom(row.retain_until);
    return until === null || laterEnd(present, until) === present ? null : until.getTime();
  });
  for (const [end, documents] of ends) {
    if (end === null) continue;
    const until = new Date(end);
    for (const ids of inChunks(documents.map(({ id }) => id))) {
      await undoPending(tx, { cabinetId: rule.cabinet.id, ids });
      await db
        .updateTable('document')
        .$if(awaitsItsEvent(until), (query) => query.set((eb) => ({ retain_at_least: eb.ref('retain_until') })))
        .set({ retain_until: until, due_at: null })
        .where('id', 'in', ids)
        .execute();
    }
  }
}
