import { DocumentRun, DocumentRunItem, type DocumentRunFacts } from '../../../entities/archive/document-run.entity.ts';
import type { BulkDocumentAction, OnNameTaken } from '../../../entities/archive/document.entity.ts';
import { personOf } from '../../access/actor.ts';
import { DomainError } from '../../kernel/errors.ts';
import { statesAllowing } from '../../kernel/states.ts';
import type { Tx } from '../../platform/context.ts';
import { takeTurn } from '../../platform/exclusive.ts';
import { documentRunStates } from './document-run.states.ts';
import { publishRun } from './live.ts';
import { continueRunTask } from './run-jobs.ts';
import { mostRunning } from './run-limits.ts';

/** What is said once for all documents of an action. */
export interface RunFacts {
  readonly cabinetId?: string | null | undefined;
  readonly folderId?: string | null | undefined;
  readonly onNameTaken?: OnNameTaken | null | undefined;
  readonly tagId?: string | null | undefined;
  readonly typeId?: string | null | undefined;
}

export interface BeginRun {
  readonly ids: readonly string[];
  readonly action: BulkDocumentAction;
  readonly facts: RunFacts;
  /** Is it done by a job, and not in the request? */
  readonly isLong: boolean;
}

type Beginning = Tx<'em' | 'actor' | 'now' | 'publish' | 'enqueue'>;

/** Writes down what is to be done to which documents. Error: ARCHIVE_LIMIT for the 21st run at a time. */
export async function beginRun(tx: Beginning, { ids, action, facts, isLong }: BeginRun): Promise<DocumentRun> {
  const requestedBy = personOf(tx.actor);
  await takeTurn(tx, 'documentRun', requestedBy);
  const status = { $in: statesAllowing(documentRunStates, 'cancel') };
  if ((await tx.em.count(DocumentRun, { requestedBy, status })) >= mostRunning)
    throw new DomainError('ARCHIVE_LIMIT', { limit: 'runs', most: mostRunning });
  const documentIds = [...new Set(ids)];
  const run = tx.em.create(DocumentRun, {
    ...{ requestedBy, action, facts: given(facts), total: documentIds.length, lastActiveAt: tx.now },
  });
  for (const [position, documentId] of documentIds.entries())
    tx.em.create(DocumentRunItem, { run, position, documentId, leftBehind: [] });
  await tx.em.flush();
  if (isLong) tx.enqueue(continueRunTask, { runId: run.id }, { dedupeKey: `archive.continue-run:${run.id}:0` });
  publishRun(tx, run);
  return run;
}

const given = (facts: RunFacts): DocumentRunFacts =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined && value !== null));
