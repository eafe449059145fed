import { z } from 'zod';
import { defineTask } from '../../platform/task.ts';

const asked = z.object({ exportId: z.uuid() });

/** Writes an extract of the audit log into a sealed file. */
export const writeExportTask = defineTask('audit.write-export', asked, { priority: 200, timeoutSeconds: 1_800 });
