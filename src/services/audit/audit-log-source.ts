import type { Selectable } from 'kysely';
import type { Tables } from '../../entities/index.ts';
import { instantFrom, jsonFrom } from '../platform/orm/values.ts';
import type { Db } from '../platform/context.ts';
import type { ChainedEntry } from './chain.ts';
import type { Checkpoint, SegmentSeal } from './proofs/checkpoint-text.ts';
import { restoreShape, type Restore } from './restores.ts';

/** An entry and its place in the chain. */
export interface AuditLogEntry extends ChainedEntry {
  readonly prevMac: string;
  readonly mac: string;
}

export interface StoredCheckpoint extends Checkpoint {
  readonly frontier: readonly string[];
}

export interface StoredSegment extends Omit<SegmentSeal, 'mac' | 'root'> {
  readonly signature: string;
}

/** Where a check reads from: the database, or a copy of it. */
export interface AuditLogSource {
  /** The entries after this one, in the order of their numbers, at most so many of them; none at the end. */
  entriesAfter(seq: number, most?: number): Promise<readonly AuditLogEntry[]>;
  head(): Promise<{ readonly seq: number; readonly mac: string }>;
  /** All of them, in order. */
  checkpoints(): Promise<readonly StoredCheckpoint[]>;
  /** Segments whose entries are gone, in order. */
  purgedSegments(): Promise<readonly StoredSegment[]>;
  /** What was said about restores. */
  restores(): Promise<readonly Restore[]>;
}

const batch = 5_000;

export const auditLogOf = (db: Db): AuditLogSource => ({
  entriesAfter: async (seq, most = batch) =>
    (await db.selectFrom('audit_entry').selectAll().where('seq', '>', seq).orderBy('seq').limit(most).execute()).map(
      entryFrom,
    ),
  head: async () => {
    const { seq, mac } = await db
      .selectFrom('audit_head')
      .select(['seq', 'mac'])
      .where('id', '=', 1)
      .executeTakeFirstOrThrow();
    return { seq: Number(seq), mac };
  },
  checkpoints: async () =>
    (await db.selectFrom('audit_checkpoint').selectAll().orderBy('seq').execute()).map(checkpointFrom),
  purgedSegments: async () =>
    (
      await db.selectFrom('audit_segment').selectAll().where('purged_at', 'is not', null).orderBy('first_seq').execute()
    ).map((row) => ({
      firstSeq: Number(row.first_seq),
      lastSeq: Number(row.last_seq),
      sha256: row.sha256,
      signature: row.signature,
    })),
  restores: async () =>
    (
      await db
        .selectFrom('audit_entry')
        .select('payload')
        .where('action', '=', 'JOURNAL_RESTORED')
        .orderBy('seq')
        .execute()
    ).flatMap(({ payload }) => restoreShape.safeParse(JSON.parse(payload)).data ?? []),
});

export const entryFrom = (row: Selectable<Tables['audit_entry']>): AuditLogEntry => ({
  seq: Number(row.seq),
  at: instantFrom(row.at).getTime(),
  actorKind: row.actor_kind,
  actorId: row.actor_id,
  action: row.action,
  severity: row.severity,
  outcome: row.outcome,
  targetType: row.target_type,
  targetId: row.target_id,
  address: row.address,
  agent: row.agent,
  requestId: row.request_id,
  payload: row.payload,
  piiRef: row.pii_ref,
  keyEpoch: row.key_epoch,
  prevMac: row.prev_mac,
  mac: row.mac,
});

export const checkpointFrom = (row: Selectable<Tables['audit_checkpoint']>): StoredCheckpoint => ({
  seq: Number(row.seq),
  mac: row.mac,
  root: row.root,
  at: instantFrom(row.at).toISOString(),
  keyId: row.key_id,
  signature: row.signature,
  frontier: jsonFrom<readonly string[]>(row.frontier),
});
