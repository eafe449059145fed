import { DocumentRunItem, type DocumentRun } from '../../../entities/archive/document-run.entity.ts';
import { idOf } from '../../access/actor.ts';
import { DomainError } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import { allows, transition } from '../../kernel/states.ts';
import type { Tx } from '../../platform/context.ts';
import { documentRunStates } from './document-run.states.ts';
import { lockRun } from './enter-item.ts';
import { publishRun } from './live.ts';
import { discardContents } from './run-content.ts';

type Ending = Tx<'em' | 'actor' | 'now' | 'publish' | 'enqueue'>;

/** Ends one's own run between two documents: what is done stays done. Errors: NOT_FOUND, ACTION_NOT_ALLOWED once it has ended. */
export async function cancelDocumentRun(tx: Ending, { runId }: { readonly runId: string }): Promise<DocumentRun> {
  const run = isId(runId) ? await lockRun(tx, runId) : null;
  if (run === null || run.requestedBy !== idOf(tx.actor)) throw new DomainError('NOT_FOUND');
  await end(tx, run);
  return run;
}

/** The same for a run whose person may not do anything any more. */
export async function endRun(tx: Ending, { runId }: { readonly runId: string }): Promise<void> {
  const run = await lockRun(tx, runId);
  if (run !== null && allows(documentRunStates, run.status, 'cancel')) await end(tx, run);
}

async function end(tx: Ending, run: DocumentRun): Promise<void> {
  transition(documentRunStates, run, 'cancel');
  run.endedAt = tx.now;
  const waiting = await tx.em.find(DocumentRunItem, { run, outcome: 'WAITING' });
  await discardContents(
    tx,
    waiting.map(({ id }) => id),
  );
  publishRun(tx, run);
}
