import type { DocumentRun } from '../../../entities/archive/document-run.entity.ts';
import type { LiveTopic, Tx } from '../../platform/context.ts';

/** A run is further: one stream for each. */
export const documentRunProgress: LiveTopic = { name: 'documentRunProgress' };

/** Four a second at most reach those who watch. */
const leastMs = 250;

/** Shows how a run stands, at once. */
export function publishRun({ publish, now }: Tx<'publish' | 'now'>, run: DocumentRun): void {
  run.publishedAt = now;
  publish(documentRunProgress, run.id, { runId: run.id });
}

/** Shows that a run is further, unless that was shown less than a quarter of a second ago. */
export function publishRunProgress(tx: Tx<'publish' | 'now'>, run: DocumentRun): void {
  if (run.publishedAt !== null && tx.now.getTime() - run.publishedAt.getTime() < leastMs) return;
  publishRun(tx, run);
}
