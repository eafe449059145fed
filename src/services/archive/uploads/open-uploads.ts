import { UploadSlots } from '../../files/index.ts';
import type { UploadServices } from './context.ts';
import { openSigningKeys } from '../../platform/signing-keys.ts';
import { usualSegments } from './upload-limits.ts';
import { UploadWriters } from './upload-writers.ts';

/** What uploads share in this process. */
export const openUploads = (keysDir: string): UploadServices => ({
  writers: new UploadWriters(),
  slots: new UploadSlots({ atOnce: 40, perPerson: 8 }),
  segments: usualSegments,
  signer: openSigningKeys(keysDir, 'receipts'),
});
