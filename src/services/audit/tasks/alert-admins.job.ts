import { z } from 'zod';
import { auditSeverities, auditTargets } from '../../kernel/audit-actions.ts';
import type { JobType } from '../../platform/context.ts';

const alert = z.object({
  action: z.string(),
  severity: z.enum(auditSeverities),
  targetType: z.enum(auditTargets),
  targetId: z.string().nullable(),
  at: z.iso.datetime(),
});
export type AuditAlert = z.infer<typeof alert>;

/** Notifies the admins of a entry of high severity. */
export const alertOfEntry: JobType<AuditAlert> = { kind: 'audit.alert-of-entry', payload: alert, priority: 50 };
