import { z } from 'zod';
import { defineTask } from '../../platform/task.ts';

/** Writes a report of figures into a sealed file. */
export const writeReportTask = defineTask('insights.write-report', z.object({ reportId: z.uuid() }), {
  priority: 200,
  timeoutSeconds: 600,
});
/** On the first of the month: the figures of the month before, to those who want them. */
export const mailMonthlyReportsTask = defineTask('insights.mail-monthly-reports', z.object({}), { priority: 200 });
