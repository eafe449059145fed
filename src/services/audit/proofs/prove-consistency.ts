import type { AppContext } from '../../platform/context.ts';
import { auditLogOf } from '../audit-log-source.ts';
import { outerForm } from './checkpoint-text.ts';
import { makeCheckpoint } from './make-checkpoint.ts';
import { consistencyLine } from './proof-text.ts';
import { ProofTree } from './proof-tree.ts';

type Needed = Pick<AppContext, 'db' | 'run' | 'now' | 'log' | 'config' | 'auditSigner' | 'auditKeys'>;

/**
 * Shows whoever keeps the checkpoint of an entry that the audit log of today begins with the one they know: some dozens of
 * hashes instead of the audit log. Undefined when there is no checkpoint of that entry.
 */
export async function proveConsistency(ctx: Needed, { from }: { from: number }): Promise<string | undefined> {
  const later = await makeCheckpoint(ctx);
  const source = auditLogOf(ctx.db);
  const earlier = (await source.checkpoints()).find(({ seq }) => seq === from);
  if (later === null || earlier === undefined) return undefined;
  const tree = await ProofTree.of(source, later);
  return consistencyLine({ earlier: outerForm(earlier), later, path: await tree.consistencyWith(from) });
}
