import { genesis, keyAt, macOfText, rowText } from './chain.ts';
import { checkpointText, segmentText, type Checkpoint } from './proofs/checkpoint-text.ts';
import type { HeldKey } from './epoch-key.ts';
import { epochEntries } from './append.ts';
import type { AuditLogEntry, AuditLogSource, StoredCheckpoint, StoredSegment } from './audit-log-source.ts';
import { leafOfText, MerkleTree } from './proofs/merkle.ts';
import type { CheckpointSigner } from './proofs/signing.ts';
import { genuineRestores, isLost, type Restore } from './restores.ts';

/**
 * What a check of the audit log found; `at` is the first place that is wrong.
 *
 * - ROW_ALTERED: an entry is not what was signed. GAP: an entry is missing. CHAIN_BREAK: an entry does not follow the one before.
 * - TRUNCATED: the audit log ends at `at`, and went on once. REWRITTEN: it is whole, but is not the one that was exported.
 * - ANCHORS_MISSING: it is whole, but checkpoints that were exported once are gone: `missing` of them, the first at `at`.
 * - UNSEALED_TAIL: whole; the last `entries` are younger than the last checkpoint exported, nothing vouches for their number.
 */
export type Verdict =
  | { readonly verdict: 'OK'; readonly entries: number; readonly restores?: readonly Restore[] }
  | { readonly verdict: 'UNSEALED_TAIL'; readonly entries: number; readonly restores?: readonly Restore[] }
  | { readonly verdict: 'ANCHORS_MISSING'; readonly at: number; readonly missing: number }
  | { readonly verdict: Fault; readonly at: number };

export type Fault = 'ROW_ALTERED' | 'GAP' | 'CHAIN_BREAK' | 'TRUNCATED' | 'REWRITTEN';

export interface VerifyParts {
  readonly source: AuditLogSource;
  /** K_0 of the auditor checks every entry; the key held by the server only those of its epoch, the others by checkpoints. */
  readonly key: HeldKey;
  readonly signer: Pick<CheckpointSigner, 'isSigned'>;
  /** Begin after this checkpoint, which is believed; the whole audit log unless given. */
  readonly since?: number;
  /** What was exported. */
  readonly anchors?: readonly Checkpoint[];
  /** What this server exported and keeps in a file of its own: checked against, but the last entries need none of it. */
  readonly ownAnchors?: readonly Checkpoint[];
}

/** An epoch may be longer than its measure by what one transaction appends. */
const longestEpoch = epochEntries + 1_000;

interface Place {
  readonly seq: number;
  readonly mac: string;
  readonly keyEpoch: number;
  readonly epochFrom: number;
}

/** Walks the audit log from its first entry to its head, computing every mac and the Merkle root again. Constant memory. */
export async function verifyAuditLog(given: VerifyParts): Promise<Verdict> {
  const { source, signer } = given;
  const restores = genuineRestores(await source.restores(), signer);
  const kept = (anchors: readonly Checkpoint[]): Checkpoint[] => anchors.filter((anchor) => !isLost(anchor, restores));
  const found = await verifyAgainst({
    ...given,
    ownAnchors: kept(given.ownAnchors ?? []),
    ...(given.anchors === undefined ? {} : { anchors: kept(given.anchors) }),
  });
  return 'at' in found || restores.length === 0 ? found : { ...found, restores };
}

async function verifyAgainst(parts: VerifyParts): Promise<Verdict> {
  const { source } = parts;
  const stored = await source.checkpoints();
  const start = beginning(parts, stored, await source.purgedSegments());
  if ('verdict' in start) return start;
  const witnesses = witnessesOf(parts, stored, start.seq);
  if (!Array.isArray(witnesses)) return witnesses;
  const walk = new Walk(parts, start, witnesses);
  const fault = await walkToHead(source, walk);
  return fault ?? ending(parts, walk, start.seq);
}

/**
 * Walks to where the head says the audit log ends, read before the entries: a running server writes on meanwhile, and is not
 * run after. At the end nothing may lie behind the head.
 */
async function walkToHead(source: AuditLogSource, walk: Walk): Promise<Verdict | undefined> {
  for (;;) {
    const head = await source.head();
    const rows = await source.entriesAfter(walk.place.seq);
    for (const row of rows) {
      const fault = walk.step(row) ?? walk.faultOfHead(head);
      if (fault !== undefined) return fault;
    }
    if (walk.place.seq < head.seq && rows.length > 0) continue;
    return walk.place.seq < head.seq
      ? { verdict: 'TRUNCATED', at: walk.place.seq }
      : walk.faultOfHead(await source.head(), { isLast: true });
  }
}

interface Start extends Place {
  readonly frontier: readonly string[];
}

/** The place before the first entry to check: the start of all, the end of what was purged, or the checkpoint that was asked for. */
function beginning(
  parts: VerifyParts,
  stored: readonly StoredCheckpoint[],
  purged: readonly StoredSegment[],
): Start | { verdict: Fault; at: number } {
  const gone = endOfPurged(parts, stored, purged);
  if (typeof gone !== 'number') return gone;
  const from = Math.max(gone, parts.since ?? 0);
  if (from === 0) return { seq: 0, mac: genesis, keyEpoch: 0, epochFrom: 0, frontier: [] };
  const checkpoint = stored.find((one) => one.seq === from);
  if (checkpoint === undefined || !isGenuine(parts.signer, checkpoint)) return { verdict: 'REWRITTEN', at: from };
  // How long the epoch had lasted is not known here.
  return { seq: from, mac: checkpoint.mac, keyEpoch: 0, epochFrom: from, frontier: checkpoint.frontier };
}

/** The last entry that left with its segment; each segment must be signed, and follow the one before. */
function endOfPurged(
  { signer }: VerifyParts,
  stored: readonly StoredCheckpoint[],
  purged: readonly StoredSegment[],
): number | { verdict: Fault; at: number } {
  let seq = 0;
  for (const segment of purged) {
    const end = stored.find((checkpoint) => checkpoint.seq === segment.lastSeq);
    const isWhole =
      end !== undefined &&
      segment.firstSeq === seq + 1 &&
      signer.isSigned(segmentText({ ...segment, mac: end.mac, root: end.root }), segment.signature);
    if (!isWhole) return { verdict: 'GAP', at: seq + 1 };
    seq = segment.lastSeq;
  }
  return seq;
}

function isGenuine(signer: VerifyParts['signer'], { frontier, ...checkpoint }: StoredCheckpoint): boolean {
  return (
    signer.isSigned(checkpointText(checkpoint), checkpoint.signature) &&
    new MerkleTree(checkpoint.seq, frontier).root() === checkpoint.root
  );
}

type Witness = Pick<Checkpoint, 'seq' | 'mac' | 'root'>;

/** What vouches for the entries to come: our checkpoints, whose signature must be good, and those that were exported. */
function witnessesOf(
  { signer, anchors: given = [], ownAnchors = [] }: VerifyParts,
  stored: readonly StoredCheckpoint[],
  from: number,
): Witness[] | { verdict: Fault; at: number } {
  const anchors = [...given, ...ownAnchors];
  const forged = stored.find((checkpoint) => checkpoint.seq > from && !isGenuine(signer, checkpoint));
  if (forged !== undefined) return { verdict: 'REWRITTEN', at: forged.seq };
  const foreign = anchors.find((anchor) => !signer.isSigned(checkpointText(anchor), anchor.signature));
  if (foreign !== undefined) return { verdict: 'REWRITTEN', at: foreign.seq };
  return [...stored, ...anchors].filter(({ seq }) => seq > from).sort((a, b) => a.seq - b.seq);
}

class Walk {
  place: Place;
  readonly witnesses: readonly Witness[];
  readonly #key: HeldKey;
  readonly #tree: MerkleTree;
  #next = 0;
  /** The key of the epoch being read. */
  #present: HeldKey;

  constructor({ key }: VerifyParts, { frontier, ...place }: Start, witnesses: readonly Witness[]) {
    this.#key = key;
    this.#present = key;
    this.place = place;
    this.witnesses = witnesses;
    this.#tree = new MerkleTree(place.seq, frontier);
  }

  step(row: AuditLogEntry): Verdict | undefined {
    const at = this.place.seq + 1;
    const text = rowText(row);
    const fault = this.#faultOf(row, text);
    if (fault !== undefined) return { verdict: fault, at };
    const begins = row.keyEpoch !== this.place.keyEpoch;
    this.place = { seq: at, mac: row.mac, keyEpoch: row.keyEpoch, epochFrom: begins ? at - 1 : this.place.epochFrom };
    this.#tree.add(leafOfText(text, row.mac));
    return this.#checkWitnesses(row);
  }

  /** The entry at the head must be what the head says; behind the last one there is none. */
  faultOfHead(head: { readonly seq: number; readonly mac: string }, { isLast = false } = {}): Verdict | undefined {
    const { seq, mac } = this.place;
    const isWrong = (seq === head.seq && mac !== head.mac) || (isLast && seq > head.seq);
    return isWrong ? { verdict: 'CHAIN_BREAK', at: seq } : undefined;
  }

  #faultOf(row: AuditLogEntry, text: string): Fault | undefined {
    const { seq, mac, keyEpoch, epochFrom } = this.place;
    if (row.seq !== seq + 1) return 'GAP';
    if (row.prevMac !== mac) return 'CHAIN_BREAK';
    if (this.#isChecked(row) && macOfText(this.#keyOf(row.keyEpoch), mac, { seq: row.seq, text }) !== row.mac)
      return 'ROW_ALTERED';
    // Epochs only go forward and end: who holds a late key cannot sign a whole history with it.
    if (row.keyEpoch < keyEpoch || (row.keyEpoch === keyEpoch && seq - epochFrom >= longestEpoch)) return 'CHAIN_BREAK';
    return undefined;
  }

  #isChecked({ keyEpoch }: AuditLogEntry): boolean {
    return keyEpoch >= this.#key.epoch;
  }

  #keyOf(epoch: number): Buffer {
    if (epoch !== this.#present.epoch)
      this.#present = { epoch, key: keyAt(epoch > this.#present.epoch ? this.#present : this.#key, epoch) };
    return this.#present.key;
  }

  /** Everything that was ever said about the audit log up to this entry must still be true. */
  #checkWitnesses({ seq, mac }: AuditLogEntry): Verdict | undefined {
    const root = this.witnesses[this.#next]?.seq === seq ? this.#tree.root() : '';
    for (let witness = this.witnesses[this.#next]; witness?.seq === seq; witness = this.witnesses[this.#next]) {
      if (witness.mac !== mac || witness.root !== root) return { verdict: 'REWRITTEN', at: seq };
      this.#next += 1;
    }
    return undefined;
  }
}

function ending({ anchors }: VerifyParts, { place, witnesses }: Walk, from: number): Verdict {
  if ((witnesses.at(-1)?.seq ?? 0) > place.seq) return { verdict: 'TRUNCATED', at: place.seq };
  const vouched = anchors === undefined ? place.seq : Math.max(from, ...anchors.map(({ seq }) => seq));
  return vouched < place.seq
    ? { verdict: 'UNSEALED_TAIL', entries: place.seq - vouched }
    : { verdict: 'OK', entries: place.seq - from };
}
