import { defineModule } from '../module.ts';
import { schedule } from '../schedules.ts';
import { implementTask } from '../task.ts';
import { platformPersonalData } from './personal-data.ts';
import { prune, pruneTask } from './prune.ts';
import { jobsRetention } from './retention.ts';

/** The data of the infrastructure: jobs, events, live events, runs of schedules. */
export const platformModule = defineModule({
  name: 'platform',
  tasks: [implementTask(pruneTask, prune)],
  schedules: [schedule({ name: 'platform.prune', cron: '10 4 * * *', task: pruneTask })],
  personalData: platformPersonalData,
  retention: jobsRetention,
});
