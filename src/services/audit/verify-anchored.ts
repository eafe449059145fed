import type { Config } from '../platform/config.ts';
import type { Db } from '../platform/context.ts';
import { anchorName, rememberedAnchors } from './proofs/anchor-record.ts';
import { readCheckpoints } from './proofs/checkpoint-file.ts';
import type { Checkpoint } from './proofs/checkpoint-text.ts';
import type { HeldKey } from './epoch-key.ts';
import { auditLogOf } from './audit-log-source.ts';
import { checkpointFileOf } from './proofs/make-checkpoint.ts';
import { genuineRestores, isLost } from './restores.ts';
import type { CheckpointSigner } from './proofs/signing.ts';
import { verifyAuditLog, type Verdict } from './verify.ts';

export interface AnchoredCheck {
  readonly db: Db;
  readonly config: Config;
  readonly key: HeldKey;
  readonly signer: CheckpointSigner;
  readonly since?: number | undefined;
  /** Checkpoints that were sent outside, as given by the person who checks: they must cover the last entries of the audit log. */
  readonly given?: readonly Checkpoint[] | undefined;
  /** Anchors of this server's own file count from this instant back: a copy of the database may be behind. */
  readonly before?: Date;
}

export interface AnchoredVerdict {
  readonly found: Verdict;
  /** The file of this server, and how many anchors it had. */
  readonly own: { readonly file: string; readonly count: number };
}

/**
 * Checks the audit log against every anchor there is: those given, and those of the file that this server writes. Then counts
 * them: each that was ever exported must still be in the file, as the database and the record beside the keys remember, and in
 * the database, as the file says. Whoever takes anchors away from one of the three is noticed by the others.
 */
export async function verifyAnchored({
  db,
  config,
  key,
  signer,
  since,
  given,
  before,
}: AnchoredCheck): Promise<AnchoredVerdict> {
  const source = auditLogOf(db);
  // In this order: what is exported meanwhile is in the file before the database says so, and in the database before the file.
  const exported = await namesOf(db, { isExported: true });
  const remembered = await rememberedAnchors(config, signer);
  const file = checkpointFileOf(config);
  const own = (await ownAnchors(file)).filter(({ at }) => before === undefined || Date.parse(at) < before.getTime());
  const stored = await namesOf(db, {});
  const found = await verifyAuditLog({
    source,
    key,
    signer,
    ownAnchors: own,
    ...(since === undefined ? {} : { since }),
    ...(given === undefined ? {} : { anchors: given }),
  });
  if ('at' in found) return { found, own: { file, count: own.length } };
  const restores = genuineRestores(await source.restores(), signer);
  const inFile = new Set((before === undefined ? own : await ownAnchors(file)).map(anchorName));
  const gone = [
    ...[...exported, ...remembered].filter((name) => !inFile.has(name)).map(placeOf),
    ...own.filter((anchor) => !stored.has(anchorName(anchor)) && !isLost(anchor, restores)).map(({ seq }) => seq),
  ];
  return {
    found:
      gone.length === 0 ? found : { verdict: 'ANCHORS_MISSING', at: Math.min(...gone), missing: new Set(gone).size },
    own: { file, count: own.length },
  };
}

const placeOf = (name: string): number => Number(name.split(' ')[0]);

async function namesOf(db: Db, { isExported = false }: { isExported?: boolean }): Promise<ReadonlySet<string>> {
  const all = db.selectFrom('audit_checkpoint').select(['seq', 'root']);
  const rows = await (isExported ? all.where('exported_at', 'is not', null) : all).execute();
  return new Set(rows.map(({ seq, root }) => anchorName({ seq: Number(seq), root })));
}

/** Nothing was exported before the first checkpoint; whether there was one, the database and the record say. */
async function ownAnchors(file: string): Promise<readonly Checkpoint[]> {
  try {
    return await readCheckpoints(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
