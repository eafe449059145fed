import { subscribe } from '../platform/context.ts';
import { defineModule } from '../platform/module.ts';
import { schedule } from '../platform/schedules.ts';
import { implementTask } from '../platform/task.ts';
import { keepDays } from './days/keep-days.ts';
import { keepDaysTask } from './days/keep-days.task.ts';
import { insightsMails } from './emails/index.ts';
import { thresholdReached } from './events.ts';
import { mayReadReport } from './file-access.ts';
import { insightsPersonalData } from './personal-data.ts';
import { mailMonthlyReports } from './reports/monthly-reports.ts';
import { mailMonthlyReportsTask, writeReportTask } from './reports/report-jobs.ts';
import { writeReport } from './reports/write-report.ts';
import { insightsRetention } from './retention.ts';
import { alertThreshold } from './thresholds/alert-threshold.ts';
import { alertThresholdTask, watchThresholdsTask } from './thresholds/threshold-jobs.ts';
import { seedLimits } from './thresholds/seed-limits.ts';
import { watchThresholds } from './thresholds/watch-thresholds.ts';

/** Figures about the business: read from the tables of the others, which do not know it. */
export const insightsModule = defineModule({
  name: 'insights',
  seed: (ctx) => seedLimits(ctx),
  tasks: [
    implementTask(writeReportTask, writeReport),
    implementTask(keepDaysTask, (ctx, _) => keepDays(ctx)),
    implementTask(watchThresholdsTask, (ctx, _) => watchThresholds(ctx)),
    implementTask(alertThresholdTask, alertThreshold),
    implementTask(mailMonthlyReportsTask, (ctx, _) => mailMonthlyReports(ctx)),
  ],
  subscriptions: [subscribe(thresholdReached, alertThresholdTask)],
  schedules: [
    schedule({ name: 'insights.keep-days', cron: '*/5 * * * *', task: keepDaysTask }),
    schedule({ name: 'insights.watch-thresholds', cron: '0 7 * * *', task: watchThresholdsTask }),
    schedule({ name: 'insights.mail-monthly-reports', cron: '30 7 1 * *', task: mailMonthlyReportsTask }),
  ],
  mails: insightsMails,
  personalData: insightsPersonalData,
  retention: insightsRetention,
  fileAccess: { mayRead: mayReadReport },
});
