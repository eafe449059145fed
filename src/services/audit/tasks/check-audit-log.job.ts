import { z } from 'zod';
import type { JobType } from '../../platform/context.ts';

/** Checks the last day of the audit log against what was exported: every night. */
export const checkAuditLogJob: JobType<object> = {
  kind: 'audit.check',
  payload: z.object({}),
  priority: 200,
  timeoutSeconds: 1_800,
};
