import { emptyTraces, forgetReceiptMail } from './forget.ts';
import { emptyTracesJob, forgetReceiptMailJob } from './jobs.ts';

/** What the house does about people's data after commit, and every hour. */
export const privacyTasks = [
  { job: emptyTracesJob, handle: emptyTraces },
  { job: forgetReceiptMailJob, handle: forgetReceiptMail },
] as const;
