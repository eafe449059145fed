/** The public API of the job engine. */
export { jobsRetention } from './retention.ts';
export { cancelJob, retryJob } from './change-job.ts';
export { jobTable, type JobVerb } from './job.states.ts';
export { platformPersonalData } from './personal-data.ts';
export { prune, pruneTask } from './prune.ts';
export { listJobs, type JobFilter, type JobRow } from './queries/list-jobs.ts';
export { countDeadJobs } from './queries/count-dead-jobs.ts';
export { measureJobs } from './queries/measure-jobs.ts';
export { jobDied } from './outcomes.ts';
export { GiveUp, RetryLater } from './retry.ts';
export { createWorker, type Worker, type WorkerParts, type WorkerSettings } from './worker.ts';
