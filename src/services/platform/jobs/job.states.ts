import type { JobState } from '../../../entities/platform/job.entity.ts';
import type { StateTable } from '../../kernel/states.ts';

export type JobVerb = 'claim' | 'complete' | 'postpone' | 'release' | 'fail' | 'retry' | 'cancel';

/**
 * States of a job. `claim` leases it (again when the lease expired: its process crashed), `postpone` schedules the next
 * attempt, `release` returns the lease unused, `fail` makes it a dead letter; admins may `retry` a dead letter and
 * `cancel` a waiting job.
 */
export const jobTable: StateTable<JobState, JobVerb> = {
  PENDING: { claim: 'RUNNING', cancel: 'CANCELLED' },
  RUNNING: { claim: 'RUNNING', complete: 'COMPLETED', postpone: 'RETRYING', release: 'RETRYING', fail: 'FAILED' },
  RETRYING: { claim: 'RUNNING', cancel: 'CANCELLED' },
  FAILED: { retry: 'PENDING' },
  COMPLETED: {},
  CANCELLED: {},
};
