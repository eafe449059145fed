import { DocumentRun, DocumentRunItem } from '../../../entities/archive/document-run.entity.ts';
import { lost, type ErasureLine, type ErasureScope } from '../../platform/personal-data.ts';
import { discardContents } from './run-content.ts';

/** What a person asked to be done goes with them; what was done stays done. */
export async function eraseRuns(tx: ErasureScope, userId: string): Promise<ErasureLine> {
  const runs = await tx.em.find(DocumentRun, { requestedBy: userId }, { orderBy: { id: 'asc' } });
  for (const run of runs) {
    const items = await tx.em.find(DocumentRunItem, { run });
    await discardContents(
      tx,
      items.map(({ id }) => id),
    );
    await tx.em.nativeDelete(DocumentRunItem, { run });
    await tx.em.nativeDelete(DocumentRun, { id: run.id });
  }
  return lost('DOCUMENT_RUNS', runs.length);
}
