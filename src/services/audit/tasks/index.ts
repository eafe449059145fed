import type { AppContext } from '../../platform/context.ts';
import { makeCheckpoint } from '../proofs/make-checkpoint.ts';
import { alertAdminsNow } from './alert-admins.ts';
import { alertOfEntry } from './alert-admins.job.ts';
import { writeExportNow } from './write-export.ts';
import { writeExport } from './write-export.job.ts';
import { checkAuditLogJob } from './check-audit-log.job.ts';
import { checkAuditLogNow } from './check-audit-log.ts';
import { checkpointJob } from './checkpoint.job.ts';

const checkNow = async (ctx: AppContext): Promise<void> => void (await checkAuditLogNow(ctx));
const checkpointNow = async (ctx: AppContext): Promise<void> => void (await makeCheckpoint(ctx));

/** What the application does about the audit log after commit. */
export const auditTasks = [
  { job: alertOfEntry, handle: alertAdminsNow },
  { job: writeExport, handle: writeExportNow },
  { job: checkpointJob, handle: checkpointNow },
  { job: checkAuditLogJob, handle: checkNow },
] as const;
