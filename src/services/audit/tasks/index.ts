import { implementTask, type Task } from '../../platform/task.ts';
import { countEntries } from '../count-entries.ts';
import { makeCheckpoint } from '../proofs/make-checkpoint.ts';
import { alertAdminsNow } from './alert-admins.ts';
import { alertOfEntryTask } from './alert-admins.task.ts';
import { writeExport } from './write-export.ts';
import { writeExportTask } from './write-export.task.ts';
import { checkAuditLogTask } from './check-audit-log.task.ts';
import { checkAuditLogNow } from './check-audit-log.ts';
import { checkpointTask } from './checkpoint.task.ts';

/** What the application does about the audit log after commit. */
export const auditTasks: readonly Task[] = [
  implementTask(alertOfEntryTask, alertAdminsNow),
  implementTask(writeExportTask, writeExport),
  implementTask(checkpointTask, async (ctx, _) => {
    await countEntries(ctx);
    await makeCheckpoint(ctx);
  }),
  implementTask(checkAuditLogTask, (ctx, _) => checkAuditLogNow(ctx)),
];
