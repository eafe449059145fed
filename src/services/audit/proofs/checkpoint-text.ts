import { z } from 'zod';
import { canonicalJson } from '../../kernel/canonical-json.ts';

/** A checkpoint as it stands outside: one line of JSON in the file of checkpoints. */
export const checkpointShape = z.object({
  /** The last entry it covers. */
  seq: z.int().min(1),
  mac: z.hex().length(64),
  /** Merkle root (RFC 9162) of all entries since the first. */
  root: z.hex().length(64),
  at: z.iso.datetime(),
  keyId: z.string(),
  signature: z.string(),
});
export type Checkpoint = z.infer<typeof checkpointShape>;

/** A checkpoint without what only the application needs. */
export const outerForm = ({ seq, mac, root, at, keyId, signature }: Checkpoint): Checkpoint => ({
  seq,
  mac,
  root,
  at,
  keyId,
  signature,
});

/** What is signed. */
export const checkpointText = ({ seq, mac, root, at }: Omit<Checkpoint, 'keyId' | 'signature'>): string =>
  `AUD1 checkpoint\n${canonicalJson({ seq, mac, root, at })}`;

/** A run of entries that was exported. */
export interface SegmentSeal {
  readonly firstSeq: number;
  readonly lastSeq: number;
  /** Of the checkpoint at its end. */
  readonly mac: string;
  readonly root: string;
  /** SHA-256 of the export. */
  readonly sha256: string;
}

export const segmentText = ({ firstSeq, lastSeq, mac, root, sha256 }: SegmentSeal): string =>
  `AUD1 segment\n${canonicalJson({ firstSeq, lastSeq, mac, root, sha256 })}`;

/** The lines of a file of checkpoints, in the order of their entries. A line cut short by a crash is not the last word: it is written again. */
export function checkpointsFrom(text: string): Checkpoint[] {
  const found = new Map<string, Checkpoint>();
  for (const line of text.split('\n')) {
    const parsed = checkpointShape.safeParse(parsedLine(line));
    if (parsed.success) found.set(canonicalJson(parsed.data), parsed.data);
  }
  return [...found.values()].sort((a, b) => a.seq - b.seq);
}

function parsedLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
