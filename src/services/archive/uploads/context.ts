import type { SigningKeys } from '../../platform/signing-keys.ts';
import type { UploadSlots } from '../../files/index.ts';
import type { SegmentRule } from './upload-limits.ts';
import type { UploadWriters } from './upload-writers.ts';

/** What uploads share in one process. */
export interface UploadServices {
  readonly writers: UploadWriters;
  /** How many requests bring bytes at once. */
  readonly slots: UploadSlots;
  readonly segments: SegmentRule;
  readonly signer: SigningKeys;
}

declare module '../../platform/context.ts' {
  interface AppContext {
    readonly uploads: UploadServices;
  }
}
