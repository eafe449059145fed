import { z } from 'zod';
import { defineTask } from '../../platform/task.ts';

/** Goes on with a run: it gives its place to others every ten minutes. */
export const continueRunTask = defineTask('archive.continue-run', z.object({ runId: z.uuid() }), {
  ...{ priority: 150, timeoutSeconds: 7_200, atOnce: 2 },
});

/** Goes on with the runs whose request or job has died. */
export const sweepRunsTask = defineTask('archive.sweep-runs', z.object({}), { priority: 300 });
