import { defineModule } from '../module.ts';
import { schedule } from '../schedules.ts';
import { platformPersonalData } from './personal-data.ts';
import { pruneJob, pruneTask } from './prune.ts';
import { jobsRetention } from './retention.ts';

/** The data of the infrastructure: jobs, events, live events, runs of schedules. */
export const platformModule = defineModule({
  name: 'platform',
  tasks: [pruneTask],
  schedules: [schedule({ name: 'platform.prune', cron: '10 4 * * *', task: pruneJob })],
  personalData: platformPersonalData,
  retention: jobsRetention,
});
