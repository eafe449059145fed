import type { Db, Tx, AppContext } from '../platform/context.ts';
import { checkpointText, type Checkpoint } from './proofs/checkpoint-text.ts';
import { auditLogOf } from './audit-log-source.ts';
import { makeCheckpoint } from './proofs/make-checkpoint.ts';
import { genuineRestores, isLost, restoreText, type Restore } from './restores.ts';

type Needed = Pick<AppContext, 'db' | 'run' | 'now' | 'log' | 'config' | 'auditSigner' | 'auditKeys'>;

/**
 * After a restore: writes into the audit log which entries were lost, as the checkpoints exported show, and signs it. The
 * check then knows of the loss and reports it, instead of finding an audit log cut short for ever. Null when nothing exported
 * speaks against the audit log.
 */
export async function acknowledgeRestore(
  ctx: Needed,
  { anchors }: { anchors: readonly Checkpoint[] },
): Promise<Restore | null> {
  const { db, run, now, auditSigner } = ctx;
  const known = genuineRestores(await auditLogOf(db).restores(), auditSigner);
  const exported = anchors.filter(
    (anchor) => auditSigner.isSigned(checkpointText(anchor), anchor.signature) && !isLost(anchor, known),
  );
  const lost: Checkpoint[] = [];
  for (const anchor of exported) if ((await macAt(db, anchor.seq)) !== anchor.mac) lost.push(anchor);
  const [first, last] = [lost[0], lost.at(-1)];
  if (first === undefined || last === undefined) return null;
  const kept = exported.findLast(({ seq }) => seq < first.seq);
  const said = { keptThrough: kept?.seq ?? 0, lostThrough: last.seq, lostRoot: last.root, at: now.toISOString() };
  const restore = { ...said, keyId: auditSigner.keyId, signature: auditSigner.sign(restoreText(said)) };
  await run(noteRestore, restore);
  await makeCheckpoint(ctx);
  return restore;
}

/** What the audit log says now of an entry, or said when it was purged. */
async function macAt(db: Db, seq: number): Promise<string | undefined> {
  const entry = await db.selectFrom('audit_entry').select('mac').where('seq', '=', seq).executeTakeFirst();
  return (entry ?? (await db.selectFrom('audit_checkpoint').select('mac').where('seq', '=', seq).executeTakeFirst()))
    ?.mac;
}

const noteRestore = async ({ record }: Tx<'record'>, restore: Restore): Promise<void> =>
  record({ action: 'JOURNAL_RESTORED', targetId: String(restore.lostThrough), payload: { ...restore } });
