import { z } from 'zod';
import { checkpointShape, type Checkpoint } from './checkpoint-text.ts';

/** Proofs as they leave the application: lines of JSON, the first of which says what they are measured by. */

const hashes = z.array(z.hex().length(64)).max(64);

/** Every entry that follows is in the tree of this checkpoint. */
const extractShape = z.strictObject({ form: z.literal('AUD1 extract'), checkpoint: checkpointShape });

/** One entry: its row as RFC 8785 spells it, its mac, and the nodes beside its way to the root, the lowest first. */
export const provenShape = z.strictObject({ row: z.string(), mac: z.hex().length(64), path: hashes });
export type Proven = z.infer<typeof provenShape>;

/** The audit log of one checkpoint is the beginning of that of another. */
const consistencyShape = z.strictObject({
  form: z.literal('AUD1 consistency'),
  earlier: checkpointShape,
  later: checkpointShape,
  path: hashes,
});
export type Consistency = Omit<z.infer<typeof consistencyShape>, 'form'>;

export const headShape = z.discriminatedUnion('form', [extractShape, consistencyShape]);

const line = (value: unknown): string => `${JSON.stringify(value)}\n`;
export const extractHead = (checkpoint: Checkpoint): string =>
  line({ form: 'AUD1 extract', checkpoint } satisfies z.infer<typeof extractShape>);
export const extractLine = (proven: Proven): string => line(proven);
export const consistencyLine = (proof: Consistency): string =>
  line({ form: 'AUD1 consistency', ...proof } satisfies z.infer<typeof consistencyShape>);
