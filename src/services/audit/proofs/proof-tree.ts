import type { AuditLogSource, StoredCheckpoint } from '../audit-log-source.ts';
import { consistencyPath, inclusionPath, splitOf } from './merkle-proofs.ts';
import { leafOf, nodeOf } from './merkle.ts';

/** Leaves that are kept at once; of other blocks, only the root is. Ten million entries are ten thousand hashes. */
const blockLeaves = 1_024;

/** The leaves of a block that are there: those from `first` on. */
interface Block {
  readonly low: number;
  readonly first: number;
  readonly leaves: readonly string[];
}

/** Thrown when a proof would need the hashes of entries that left with their segment. */
export class LeavesGone extends Error {
  override readonly name = 'LeavesGone';
}

/**
 * The tree of a checkpoint, for proofs. Reads the audit log once to learn the roots of its blocks, then each block that a
 * proof asks for; what was purged is known by the frontier of the checkpoint it ended with.
 */
export class ProofTree {
  readonly size: number;
  readonly #source: AuditLogSource;
  readonly #known: Map<string, string>;
  /** The entries before are gone. */
  readonly #from: number;
  #block: Block = { low: -1, first: 0, leaves: [] };

  private constructor(
    source: AuditLogSource,
    size: number,
    purged: Pick<StoredCheckpoint, 'seq' | 'frontier'> | undefined,
  ) {
    this.#source = source;
    this.size = size;
    this.#from = purged?.seq ?? 0;
    this.#known = new Map(purged === undefined ? [] : frontierNodes(purged));
  }

  static async of(source: AuditLogSource, { seq }: Pick<StoredCheckpoint, 'seq'>): Promise<ProofTree> {
    const gone = (await source.purgedSegments()).at(-1)?.lastSeq;
    const purged =
      gone === undefined ? undefined : (await source.checkpoints()).find((checkpoint) => checkpoint.seq === gone);
    const tree = new ProofTree(source, seq, purged);
    for (let low = blockOf(tree.#from); low < seq; low += blockLeaves) {
      await tree.#load(low);
      tree.#hashOf(low, Math.min(low + blockLeaves, seq));
    }
    return tree;
  }

  root(): string {
    return this.#hashOf(0, this.size);
  }

  /** The path of an entry to the root. */
  async pathOf(seq: number): Promise<string[]> {
    await this.#load(blockOf(seq - 1));
    return inclusionPath(seq - 1, this.size, this.#hashOf);
  }

  /** What shows that a tree of so many entries, not fewer than were purged, is the beginning of this one. */
  async consistencyWith(earlier: number): Promise<string[]> {
    await this.#load(blockOf(earlier - 1));
    return consistencyPath(earlier, this.size, this.#hashOf);
  }

  async #load(low: number): Promise<void> {
    if (this.#block.low === low) return;
    const last = Math.min(low + blockLeaves, this.size);
    const first = Math.min(Math.max(low, this.#from), last);
    const rows = first === last ? [] : await this.#source.entriesAfter(first, last - first);
    if (rows.length !== last - first || rows.some((row, i) => row.seq !== first + i + 1))
      throw new Error(`The audit log has a gap between ${first + 1} and ${last}`);
    this.#block = { low, first, leaves: rows.map((row) => leafOf(row, row.mac)) };
  }

  readonly #hashOf = (low: number, high: number): string => {
    const known = this.#known.get(`${low}:${high}`);
    if (known !== undefined) return known;
    if (high - low === 1) return this.#leaf(low);
    const middle = low + splitOf(high - low);
    const hash = nodeOf(this.#hashOf(low, middle), this.#hashOf(middle, high));
    if (high - low >= blockLeaves || high === this.size) this.#known.set(`${low}:${high}`, hash);
    return hash;
  };

  #leaf(place: number): string {
    const leaf = this.#block.leaves[place - this.#block.first];
    if (leaf === undefined) throw new LeavesGone(`Entry ${place + 1} left the audit log with its segment`);
    return leaf;
  }
}

const blockOf = (place: number): number => place - (place % blockLeaves);

/** A frontier and the nodes it is made of, the largest first. */
function frontierNodes({ seq, frontier }: Pick<StoredCheckpoint, 'seq' | 'frontier'>): [string, string][] {
  let low = 0;
  return frontier.map((hash) => {
    const size = splitOf(seq - low + 1);
    const node: [string, string] = [`${low}:${low + size}`, hash];
    low += size;
    return node;
  });
}
