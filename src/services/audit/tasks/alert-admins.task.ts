import { z } from 'zod';
import { auditSeverities, auditTargets } from '../../kernel/audit-actions.ts';
import { defineTask } from '../../platform/task.ts';

const alert = z.object({
  action: z.string(),
  severity: z.enum(auditSeverities),
  targetType: z.enum(auditTargets),
  targetId: z.string().nullable(),
  at: z.iso.datetime(),
});
export type AuditAlert = z.infer<typeof alert>;

/** Notifies the admins of an entry of high severity. */
export const alertOfEntryTask = defineTask('audit.alert-of-entry', alert, { priority: 50 });
