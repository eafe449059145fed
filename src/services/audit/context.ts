import type { EpochKeys } from './epoch-key.ts';
import type { CheckpointSigner } from './signing.ts';

declare module '../platform/context.ts' {
  interface AppContext {
    /** The key that chains the audit log now. */
    readonly auditKeys: EpochKeys;
    /** Signs the checkpoints of the audit log. */
    readonly auditSigner: CheckpointSigner;
  }
}
