import { z } from 'zod';
import { canonicalJson } from '../kernel/canonical-json.ts';
import type { Checkpoint } from './proofs/checkpoint-text.ts';
import type { CheckpointSigner } from './proofs/signing.ts';

/**
 * What an operator says after a database came back from a backup: entries after one are lost, up to another that was
 * exported. Signed by the key of the checkpoints and an entry of the audit log itself, for everybody to see.
 */
export const restoreShape = z.strictObject({
  /** The last entry that a checkpoint exported vouches for. */
  keptThrough: z.int().min(0),
  /** The last entry that was ever exported, and the root it was exported with. */
  lostThrough: z.int().min(1),
  lostRoot: z.hex().length(64),
  at: z.iso.datetime(),
  keyId: z.string(),
  signature: z.string(),
});
export type Restore = z.infer<typeof restoreShape>;

export const restoreText = ({ keptThrough, lostThrough, lostRoot, at }: Omit<Restore, 'keyId' | 'signature'>): string =>
  `AUD1 restore\n${canonicalJson({ keptThrough, lostThrough, lostRoot, at })}`;

/** Those that were signed: anybody can write an entry into a database. */
export const genuineRestores = (restores: readonly Restore[], signer: Pick<CheckpointSigner, 'isSigned'>): Restore[] =>
  restores.filter((restore) => signer.isSigned(restoreText(restore), restore.signature));

/** Is this checkpoint about entries that a restore lost? What is exported after it counts in full. */
export const isLost = ({ seq, at }: Pick<Checkpoint, 'seq' | 'at'>, restores: readonly Restore[]): boolean =>
  restores.some(
    (restore) => seq > restore.keptThrough && seq <= restore.lostThrough && Date.parse(at) < Date.parse(restore.at),
  );
