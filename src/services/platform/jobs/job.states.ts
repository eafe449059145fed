import type { JobState } from '../../../entities/platform/job.entity.ts';
import type { StateTable } from '../../kernel/states.ts';

export type JobVerb = 'claim' | 'complete' | 'postpone' | 'release' | 'fail' | 'retry' | 'cancel';

/**
 * The life of a job. `claim` leases it (again when the lease ran out: its owner died), `postpone` waits for the next
 * attempt, `release` gives the lease back unused, `fail` buries it; people may `retry` a dead one and `cancel` one that waits.
 */
export const jobTable: StateTable<JobState, JobVerb> = {
  PENDING: { claim: 'RUNNING', cancel: 'CANCELLED' },
  RUNNING: { claim: 'RUNNING', complete: 'COMPLETED', postpone: 'RETRYING', release: 'RETRYING', fail: 'FAILED' },
  RETRYING: { claim: 'RUNNING', cancel: 'CANCELLED' },
  FAILED: { retry: 'PENDING' },
  COMPLETED: {},
  CANCELLED: {},
};
