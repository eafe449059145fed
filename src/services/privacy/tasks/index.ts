import { implementTask, type Task } from '../../platform/task.ts';
import { applyRetention } from '../apply-retention.ts';
import { beginRetention } from '../begin-retention.ts';
import { buildDataExport } from '../build-data-export.ts';
import { expireDataExports } from '../expire-data-exports.ts';
import { mailAddressProof } from '../mail-address-proof.ts';
import { mailAddressProofJob } from '../request-customer-data.ts';
import { warnNearlyDue } from '../warn-nearly-due.ts';
import { emptyTraces, forgetReceiptMail } from './forget.ts';
import {
  applyRetentionJob,
  beginRetentionJob,
  buildDataExportJob,
  emptyTracesJob,
  expireDataExportsJob,
  forgetReceiptMailJob,
  warnNearlyDueJob,
} from './jobs.ts';

/** What the house does about people's data after commit, and every hour. */
export const privacyTasks: readonly Task[] = [
  implementTask(emptyTracesJob, emptyTraces),
  implementTask(forgetReceiptMailJob, forgetReceiptMail),
  implementTask(buildDataExportJob, buildDataExport),
  implementTask(mailAddressProofJob, mailAddressProof),
  implementTask(expireDataExportsJob, expireDataExports),
  implementTask(beginRetentionJob, beginRetention),
  implementTask(applyRetentionJob, applyRetention),
  implementTask(warnNearlyDueJob, warnNearlyDue),
];
