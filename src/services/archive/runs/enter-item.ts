import { LockMode } from '@mikro-orm/core';
import { DocumentRun, DocumentRunItem } from '../../../entities/archive/document-run.entity.ts';
import { allows, transition } from '../../kernel/states.ts';
import type { Tx } from '../../platform/context.ts';
import { actions, type Acting, type OneDocument } from './actions.ts';
import type { RunFacts } from './begin-run.ts';
import { documentRunStates } from './document-run.states.ts';
import { publishRun, publishRunProgress } from './live.ts';
import { adoptContents, discardContents } from './run-content.ts';

interface Item {
  readonly itemId: string;
}

/** A run and one of its items, locked, while there is something to do about it; null otherwise. */
async function openItem({ em }: Tx<'em'>, { itemId }: Item) {
  const seen = await em.findOne(DocumentRunItem, { id: itemId });
  if (seen === null) return null;
  const run = await lockRun({ em }, seen.run.id);
  if (run === null || !allows(documentRunStates, run.status, 'finish')) return null;
  const item = await em.findOneOrFail(DocumentRunItem, { id: itemId }, { refresh: true });
  return item.outcome === 'WAITING' ? { run, item } : null;
}

/** A run, locked until the commit; null for none. */
export const lockRun = ({ em }: Tx<'em'>, id: string): Promise<DocumentRun | null> =>
  em.findOne(DocumentRun, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });

/** Does the action to one document and writes down that it is done, in one transaction: twice begun, it is done once. */
export async function enterItem(
  tx: Acting,
  { itemId, ...one }: Item & Omit<OneDocument, 'id' | 'facts'>,
): Promise<void> {
  const opened = await openItem(tx, { itemId });
  if (opened === null) return;
  const { run, item } = opened;
  const done =
    (await actions[run.action].enter(tx, { ...one, id: item.documentId, facts: run.facts as RunFacts })) ?? {};
  await tx.em.flush();
  await adoptContents(tx, item);
  Object.assign(item, { outcome: 'DONE', ...done });
  run.done += 1;
  step(tx, run);
}

/** Writes down why nothing was done to one document. */
export async function refuseItem(
  tx: Tx<'em' | 'now' | 'publish' | 'enqueue'>,
  { itemId, code }: Item & { readonly code: string },
): Promise<void> {
  const opened = await openItem(tx, { itemId });
  if (opened === null) return;
  await discardContents(tx, [itemId]);
  Object.assign(opened.item, { outcome: 'REFUSED', code });
  opened.run.refused += 1;
  step(tx, opened.run);
}

function step(tx: Tx<'now' | 'publish'>, run: DocumentRun): void {
  Object.assign(run, { lastActiveAt: tx.now, contentBytes: 0, sealedBytes: 0 });
  publishRunProgress(tx, run);
}

/** Something became of each document. */
export async function finishRun(tx: Tx<'em' | 'now' | 'publish'>, runId: string): Promise<DocumentRun | null> {
  const run = await lockRun(tx, runId);
  if (run === null || !allows(documentRunStates, run.status, 'finish')) return run;
  transition(documentRunStates, run, 'finish');
  run.endedAt = tx.now;
  publishRun(tx, run);
  return run;
}
