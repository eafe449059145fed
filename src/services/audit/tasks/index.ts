import { implementTask, type Task } from '../../platform/task.ts';
import { makeCheckpoint } from '../make-checkpoint.ts';
import { alertAdminsNow } from './alert-admins.ts';
import { alertOfEntry } from './alert-admins.job.ts';
import { writeExportNow } from './write-export.ts';
import { writeExport } from './write-export.job.ts';
import { checkAuditLogJob } from './check-audit-log.job.ts';
import { checkAuditLogNow } from './check-audit-log.ts';
import { checkpointJob } from './checkpoint.job.ts';

/** What the house does about the journal after commit. */
export const auditTasks: readonly Task[] = [
  implementTask(alertOfEntry, alertAdminsNow),
  implementTask(writeExport, writeExportNow),
  implementTask(checkpointJob, (ctx, _) => makeCheckpoint(ctx)),
  implementTask(checkAuditLogJob, (ctx, _) => checkAuditLogNow(ctx)),
];
