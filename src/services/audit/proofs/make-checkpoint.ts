import { sql } from 'kysely';
import type { Config } from '../../platform/config.ts';
import { jsonText, writing } from '../../platform/orm/values.ts';
import type { Db, Tx, AppContext } from '../../platform/context.ts';
import { checkpointText, outerForm, type Checkpoint } from './checkpoint-text.ts';
import { hasAnchorRecord, rememberAnchors } from './anchor-record.ts';
import { appendToFile, readCheckpoints } from './checkpoint-file.ts';
import { checkpointFrom, auditLogOf, type StoredCheckpoint } from '../audit-log-source.ts';
import { leafOf, MerkleTree } from './merkle.ts';
import { mailCheckpoint } from './mail-checkpoint.ts';

type Needed = Pick<AppContext, 'db' | 'run' | 'now' | 'log' | 'config' | 'auditSigner' | 'auditKeys'>;

/**
 * Signs where the audit log stands (last entry, its mac, the Merkle root of all entries) and exports it: a line in a
 * file that only grows, on another disk when the deployment says so, and a mail or a log line. Idempotent; a checkpoint that could
 * not be exported is exported the next time. Returns the last checkpoint, null for an empty audit log.
 */
export async function makeCheckpoint(ctx: Needed): Promise<Checkpoint | null> {
  const { db } = ctx;
  const { key_epoch } = await db
    .selectFrom('audit_head')
    .select('key_epoch')
    .where('id', '=', 1)
    .executeTakeFirstOrThrow();
  // Here too, for a server that appends nothing: old keys go at the latest with the next checkpoint.
  ctx.auditKeys.advanceTo(key_epoch);
  await signPresent(ctx);
  const waiting = await db
    .selectFrom('audit_checkpoint')
    .selectAll()
    .where('exported_at', 'is', null)
    .orderBy('seq')
    .execute();
  for (const row of waiting) await exportCheckpoint(ctx, checkpointFrom(row));
  const last = await lastCheckpoint(ctx);
  return last === undefined ? null : outerForm(last);
}

async function lastCheckpoint({ db }: Pick<AppContext, 'db'>): Promise<StoredCheckpoint | undefined> {
  const row = await db.selectFrom('audit_checkpoint').selectAll().orderBy('seq', 'desc').limit(1).executeTakeFirst();
  return row === undefined ? undefined : checkpointFrom(row);
}

async function signPresent(ctx: Needed): Promise<void> {
  const { db, run, now, auditSigner } = ctx;
  const before = await lastCheckpoint(ctx);
  const tree = new MerkleTree(before?.seq, before?.frontier);
  const mac = await grown(tree, db);
  if (mac === undefined) return;
  const said = { seq: tree.size, mac, root: tree.root(), at: now.toISOString() };
  await run(keepCheckpoint, {
    ...said,
    keyId: auditSigner.keyId,
    signature: auditSigner.sign(checkpointText(said)),
    frontier: tree.frontier,
  });
}

/** Adds the entries that the tree lacks, up to where the audit log ended a moment ago: a running server is not run after. Returns the mac of the last one, undefined when there was none. */
async function grown(tree: MerkleTree, db: Db): Promise<string | undefined> {
  const source = auditLogOf(db);
  const { seq: end } = await source.head();
  let mac: string | undefined;
  while (tree.size < end) {
    const rows = await source.entriesAfter(tree.size);
    if (rows.length === 0) throw gapAt(tree.size + 1);
    for (const row of rows) {
      if (row.seq !== tree.size + 1) throw gapAt(tree.size + 1);
      tree.add(leafOf(row, row.mac));
      mac = row.mac;
    }
  }
  return mac;
}

/** A gap is a matter for the check, which says where; nothing behind it is vouched for. */
const gapAt = (seq: number): Error => new Error(`The audit log has a gap at entry ${seq}`);

/** Two processes may sign the same place: one row. */
async function keepCheckpoint(
  { em }: Tx<'em'>,
  { at, keyId, frontier, ...checkpoint }: StoredCheckpoint,
): Promise<void> {
  const { db, dialect } = writing(em);
  const insert = db
    .insertInto('audit_checkpoint')
    .values({ ...checkpoint, at: new Date(at), key_id: keyId, frontier: jsonText(frontier), exported_at: null });
  await (
    dialect === 'mysql'
      ? insert.onDuplicateKeyUpdate({ seq: sql`seq` })
      : insert.onConflict((conflict) => conflict.column('seq').doNothing())
  ).execute();
}

async function exportCheckpoint({ run, config, log, auditSigner }: Needed, stored: StoredCheckpoint): Promise<void> {
  const checkpoint = outerForm(stored);
  const file = checkpointFileOf(config);
  await appendToFile(file, checkpoint);
  // A server that exported some before it kept a record records them now.
  await rememberAnchors(config, auditSigner, hasAnchorRecord(config) ? [checkpoint] : await readCheckpoints(file));
  if (config.AUDIT_CHECKPOINT_EMAIL === undefined) log.info({ checkpoint }, 'audit log checkpoint');
  else await run(mailCheckpoint, { checkpoint, email: config.AUDIT_CHECKPOINT_EMAIL });
  await run(markExported, { seq: checkpoint.seq });
}

async function markExported({ em, now }: Tx<'em' | 'now'>, { seq }: { seq: number }): Promise<void> {
  await writing(em).db.updateTable('audit_checkpoint').set({ exported_at: now }).where('seq', '=', seq).execute();
}

/** Where checkpoints are written; outside the data in any case. */
export const checkpointFileOf = (config: Config): string =>
  config.AUDIT_CHECKPOINT_FILE ?? `${config.keysDir}/journal-checkpoints.jsonl`;
