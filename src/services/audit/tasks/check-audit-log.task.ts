import { z } from 'zod';
import { defineTask } from '../../platform/task.ts';

/** Checks the last day of the audit log against what was exported: every night. */
export const checkAuditLogTask = defineTask('audit.check', z.object({}), { priority: 200, timeoutSeconds: 1_800 });
