/** The mails of this domain. */
import type { ListedMail } from '../../notifications/index.ts';
import { monthlyReport } from './monthly-report.ts';
import { thresholdAlert } from './threshold-alert.ts';

export const insightsMails = [thresholdAlert, monthlyReport] as const satisfies readonly ListedMail[];
