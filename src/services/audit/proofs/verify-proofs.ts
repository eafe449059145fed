import { z } from 'zod';
import { checkpointText, type Checkpoint } from './checkpoint-text.ts';
import { isConsistent, isIncluded } from './merkle-proofs.ts';
import { leafOfText } from './merkle.ts';
import { headShape, provenShape, type Consistency, type Proven } from './proof-text.ts';
import type { CheckpointSigner } from './signing.ts';

/** What a file of proofs is worth: everything in it, or nothing from a line on. */
export type ProofVerdict =
  | { readonly verdict: 'PROVEN'; readonly entries: number; readonly checkpoint: Checkpoint }
  | { readonly verdict: 'CONSISTENT'; readonly earlier: Checkpoint; readonly later: Checkpoint }
  | { readonly verdict: 'NOT_PROVEN'; readonly line: number; readonly why: string };

export interface ProofParts {
  readonly lines: AsyncIterable<string>;
  readonly signer: Pick<CheckpointSigner, 'isSigned'>;
  /** What was exported: a checkpoint of the file must say the same of the same entry. */
  readonly anchors?: readonly Checkpoint[];
}

/** Checks a file of proofs without the audit log and without any secret: the public key is enough. */
export async function verifyProofs({ lines, ...parts }: ProofParts): Promise<ProofVerdict> {
  const reader = lines[Symbol.asyncIterator]();
  const first = await reader.next();
  const head = first.done === true ? undefined : headShape.safeParse(parsed(first.value)).data;
  if (head === undefined) return { verdict: 'NOT_PROVEN', line: 1, why: 'this is no file of proofs' };
  return head.form === 'AUD1 consistency'
    ? consistency(head, parts)
    : entriesIn({ [Symbol.asyncIterator]: () => reader }, head.checkpoint, parts);
}

async function entriesIn(
  lines: AsyncIterable<string>,
  checkpoint: Checkpoint,
  parts: Omit<ProofParts, 'lines'>,
): Promise<ProofVerdict> {
  const doubt = doubtOf(checkpoint, parts);
  if (doubt !== undefined) return { verdict: 'NOT_PROVEN', line: 1, why: doubt };
  let [line, last] = [1, 0];
  for await (const text of lines) {
    line += 1;
    const entry = entryOf(text);
    if (entry === undefined) return { verdict: 'NOT_PROVEN', line, why: 'this is no entry' };
    if (entry.seq <= last) return { verdict: 'NOT_PROVEN', line, why: 'entries are out of their order' };
    if (!isInTree(entry, checkpoint))
      return { verdict: 'NOT_PROVEN', line, why: `entry ${entry.seq} is not in the audit log that was signed` };
    last = entry.seq;
  }
  return { verdict: 'PROVEN', entries: line - 1, checkpoint };
}

const rowShape = z.object({ seq: z.int().min(1) });

interface ProvenEntry extends Proven {
  readonly seq: number;
}

function entryOf(text: string): ProvenEntry | undefined {
  const proven = provenShape.safeParse(parsed(text)).data;
  const row = rowShape.safeParse(parsed(proven?.row ?? '')).data;
  return proven === undefined || row === undefined ? undefined : { ...proven, ...row };
}

const isInTree = ({ seq, row, mac, path }: ProvenEntry, { seq: size, root }: Checkpoint): boolean =>
  isIncluded({ leaf: seq - 1, size, hash: leafOfText(row, mac), path, root });

function consistency({ earlier, later, path }: Consistency, parts: Omit<ProofParts, 'lines'>): ProofVerdict {
  const isOne = isConsistent({ size: earlier.seq, root: earlier.root }, { size: later.seq, root: later.root }, path);
  const why =
    doubtOf(earlier, parts) ??
    doubtOf(later, parts) ??
    (isOne ? undefined : 'the later audit log does not begin with the earlier one');
  return why === undefined ? { verdict: 'CONSISTENT', earlier, later } : { verdict: 'NOT_PROVEN', line: 1, why };
}

function doubtOf(checkpoint: Checkpoint, { signer, anchors = [] }: Omit<ProofParts, 'lines'>): string | undefined {
  if (!signer.isSigned(checkpointText(checkpoint), checkpoint.signature))
    return `the checkpoint of entry ${checkpoint.seq} is not signed by this key`;
  const isOther = anchors.some(({ seq, root }) => seq === checkpoint.seq && root !== checkpoint.root);
  return isOther ? `another checkpoint of entry ${checkpoint.seq} was exported` : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
