import { z } from 'zod';
import { defineTask } from '../../platform/task.ts';

/** Writes bookings into a sealed file. */
export const writeBookingsExportTask = defineTask('scheduling.write-export', z.object({ exportId: z.uuid() }), {
  priority: 200,
  timeoutSeconds: 1_800,
});
