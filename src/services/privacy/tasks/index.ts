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

/** What the application does about people's data after commit, and every hour. */
export const privacyTasks = [
  { job: emptyTracesJob, handle: emptyTraces },
  { job: forgetReceiptMailJob, handle: forgetReceiptMail },
  { job: buildDataExportJob, handle: buildDataExport },
  { job: mailAddressProofJob, handle: mailAddressProof },
  { job: expireDataExportsJob, handle: expireDataExports },
  { job: beginRetentionJob, handle: beginRetention },
  { job: applyRetentionJob, handle: applyRetention },
  { job: warnNearlyDueJob, handle: warnNearlyDue },
] as const;
