import { z } from 'zod';
import type { JobType } from '../../platform/context.ts';

const asked = z.object({ exportId: z.uuid() });

/** Writes an extract of the audit log into a sealed file. */
export const writeExport: JobType<z.infer<typeof asked>> = {
  kind: 'audit.write-export',
  payload: asked,
  priority: 200,
  timeoutSeconds: 1_800,
};
