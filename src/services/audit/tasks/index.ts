import type { Surroundings } from '../../platform/scope.ts';
import { makeCheckpoint } from '../make-checkpoint.ts';
import { alertAdminsNow } from './alert-admins.ts';
import { alertOfEntry } from './alert-admins.job.ts';
import { writeExportNow } from './write-export.ts';
import { writeExport } from './write-export.job.ts';
import { checkpointJob } from './checkpoint.job.ts';

const checkpointNow = async (needs: Surroundings): Promise<void> => void await makeCheckpoint(needs);

/** What the house does about the journal after commit. */
export const auditTasks = [
  { job: alertOfEntry, handle: alertAdminsNow },
  { job: writeExport, handle: writeExportNow },
  { job: checkpointJob, handle: checkpointNow },
] as const;
