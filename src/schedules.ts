import { checkAuditLogJob, checkpointJob } from './services/audit/index.ts';
import { reconcilePayments } from './services/billing/index.ts';
import { collectGarbage } from './services/files/index.ts';
import { sweepMailsJob } from './services/notifications/index.ts';
import { pruneJob } from './services/platform/jobs/index.ts';
import { beginRetentionJob, expireDataExportsJob, warnNearlyDueJob } from './services/privacy/index.ts';
import { schedule, type Schedule } from './services/platform/schedules.ts';

/** What is done at fixed times, in the house's zone. Part of the composition root. */
export const schedules: readonly Schedule[] = [
  schedule({ name: 'files.collect-garbage', cron: '30 3 * * *', job: collectGarbage, payload: {} }),
  schedule({ name: 'billing.reconcile-payments', cron: '40 2 * * *', job: reconcilePayments, payload: {} }),
  schedule({ name: 'audit.checkpoint', cron: '*/10 * * * *', job: checkpointJob, payload: {} }),
  schedule({ name: 'notifications.sweep-mails', cron: '5-59/10 * * * *', job: sweepMailsJob, payload: {} }),
  schedule({ name: 'audit.check', cron: '20 4 * * *', job: checkAuditLogJob, payload: {} }),
  schedule({ name: 'privacy.expire-data-exports', cron: '20 * * * *', job: expireDataExportsJob, payload: {} }),
  schedule({ name: 'privacy.retention', cron: '50 3 * * *', job: beginRetentionJob, payload: {} }),
  schedule({ name: 'privacy.warn-nearly-due', cron: '0 8 * * *', job: warnNearlyDueJob, payload: {} }),
  schedule({ name: 'platform.prune', cron: '10 4 * * *', job: pruneJob, payload: {} }),
];
