import { implementTask, type Task } from '../../platform/task.ts';
import { applyRetention } from '../apply-retention.ts';
import { beginRetention } from '../begin-retention.ts';
import { buildDataExport } from '../build-data-export.ts';
import { expireDataExports } from '../expire-data-exports.ts';
import { mailAddressProof } from '../mail-address-proof.ts';
import { mailAddressProofTask } from '../request-customer-data.ts';
import { warnNearlyDue } from '../warn-nearly-due.ts';
import { emptyTraces, forgetReceiptMail } from './forget.ts';
import {
  applyRetentionTask,
  beginRetentionTask,
  buildDataExportTask,
  emptyTracesTask,
  expireDataExportsTask,
  forgetReceiptMailTask,
  warnNearlyDueTask,
} from './definitions.ts';

/** What the application does about people's data after commit, and every hour. */
export const privacyTasks: readonly Task[] = [
  implementTask(emptyTracesTask, emptyTraces),
  implementTask(forgetReceiptMailTask, forgetReceiptMail),
  implementTask(buildDataExportTask, buildDataExport),
  implementTask(mailAddressProofTask, mailAddressProof),
  implementTask(expireDataExportsTask, expireDataExports),
  implementTask(beginRetentionTask, beginRetention),
  implementTask(applyRetentionTask, applyRetention),
  implementTask(warnNearlyDueTask, warnNearlyDue),
];
