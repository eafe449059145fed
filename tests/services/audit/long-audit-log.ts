import { genesis, keyAt, macOf, type ChainedEntry } from '../../../src/services/audit/chain.ts';
import { checkpointText, type Checkpoint } from '../../../src/services/audit/proofs/checkpoint-text.ts';
import type { HeldKey } from '../../../src/services/audit/epoch-key.ts';
import type { AuditLogEntry, AuditLogSource, StoredCheckpoint } from '../../../src/services/audit/audit-log-source.ts';
import { leafOf, MerkleTree } from '../../../src/services/audit/proofs/merkle.ts';
import type { CheckpointSigner } from '../../../src/services/audit/proofs/signing.ts';
import { newId } from '../../../src/services/kernel/ids.ts';

/** An audit log in memory: what the tables hold, and the exported checkpoints. */
export interface LongAuditLog {
  entries: AuditLogEntry[];
  head: { seq: number; mac: string };
  checkpoints: StoredCheckpoint[];
  readonly anchors: readonly Checkpoint[];
}

export const copyOf = (auditLog: LongAuditLog): LongAuditLog => ({
  ...auditLog,
  entries: [...auditLog.entries],
  head: { ...auditLog.head },
  checkpoints: [...auditLog.checkpoints],
});

export const sourceOf = ({ entries, head, checkpoints }: LongAuditLog): AuditLogSource => {
  const ordered = entries.toSorted((a, b) => a.seq - b.seq);
  let [last, read] = [-1, 0];
  return {
    // What the table gives: rows in the order of their numbers, two of one number both.
    entriesAfter: async (seq, most = 5_000) => {
      if (last !== seq) read = ordered.filter((entry) => entry.seq <= seq).length;
      const rows = ordered.slice(read, read + most);
      read += rows.length;
      last = rows.at(-1)?.seq ?? seq;
      return rows;
    },
    head: async () => head,
    checkpoints: async () => checkpoints,
    purgedSegments: async () => [],
    restores: async () => [],
  };
};

const actors = Array.from({ length: 20 }, () => newId());
const entriesPerEpoch = 2_500;

const sample = (seq: number): ChainedEntry => ({
  seq,
  at: Date.UTC(2026, 10, 20) + seq * 1_000,
  actorKind: 'PERSON',
  actorId: actors[seq % 20] ?? null,
  action: seq % 3 === 0 ? 'FILE_DELETED' : 'LOGIN_SUCCESS',
  severity: 'LOW',
  outcome: 'SUCCESS',
  targetType: seq % 3 === 0 ? 'file' : 'auth',
  targetId: actors[(seq * 7) % 20] ?? null,
  address: '203.0.113.0/24',
  agent: 'Firefox, Linux',
  requestId: `r-${seq}`,
  payload: `{"n":${seq}}`,
  piiRef: null,
  keyEpoch: Math.floor((seq - 1) / entriesPerEpoch),
});

/** Signs a run of entries with their keys, behind a place. */
export function chained(entries: readonly ChainedEntry[], prevMac: string, first: HeldKey): AuditLogEntry[] {
  const keys = new Map<number, Buffer>();
  let before = prevMac;
  return entries.map((entry) => {
    const key = keys.get(entry.keyEpoch) ?? keyAt(first, entry.keyEpoch);
    keys.set(entry.keyEpoch, key);
    const mac = macOf(key, before, entry);
    const row = { ...entry, prevMac: before, mac };
    before = mac;
    return row;
  });
}

/** An audit log of so many entries, with a checkpoint at every thousandth; all of them were exported. */
export function longAuditLog(count: number, first: HeldKey, signer: CheckpointSigner): LongAuditLog {
  const entries = chained(
    Array.from({ length: count }, (_, i) => sample(i + 1)),
    genesis,
    first,
  );
  const tree = new MerkleTree();
  const checkpoints: StoredCheckpoint[] = [];
  for (const { mac, prevMac: _prevMac, ...entry } of entries) {
    tree.add(leafOf(entry, mac));
    if (entry.seq % 1_000 !== 0) continue;
    const said = { seq: entry.seq, mac, root: tree.root(), at: new Date(entry.at).toISOString() };
    checkpoints.push({
      ...said,
      keyId: signer.keyId,
      signature: signer.sign(checkpointText(said)),
      frontier: tree.frontier,
    });
  }
  return {
    entries,
    checkpoints,
    anchors: checkpoints.map(({ frontier: _frontier, ...anchor }) => anchor),
    head: { seq: count, mac: entries.at(-1)?.mac ?? genesis },
  };
}
