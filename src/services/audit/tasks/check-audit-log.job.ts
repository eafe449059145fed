import { z } from 'zod';
import { defineTask } from '../../platform/task.ts';

/** Checks the last day of the journal against what was told outside: every night. */
export const checkAuditLogJob = defineTask('audit.check', z.object({}), { priority: 200, timeoutSeconds: 1_800 });
