import { schedule, type Schedule } from '../../platform/schedules.ts';
import { implementTask, type Task } from '../../platform/task.ts';
import { continueRun } from './continue-run.ts';
import { continueRunTask, sweepRunsTask } from './run-jobs.ts';
import { sweepRuns } from './sweep-runs.ts';

/** Who does what was asked of many documents, or of large ones. */
export const runTasks: readonly Task[] = [
  implementTask(continueRunTask, continueRun),
  implementTask(sweepRunsTask, sweepRuns),
];

export const runSchedules: readonly Schedule[] = [
  schedule({ name: 'archive.sweep-runs', cron: '50 * * * *', task: sweepRunsTask }),
];
