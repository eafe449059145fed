import { Job } from '../../../entities/platform/job.entity.ts';
import { requirePermission } from '../../access/actor.ts';
import { DomainError } from '../../kernel/errors.ts';
import { transition } from '../../kernel/states.ts';
import { LockMode } from '@mikro-orm/core';
import type { Tx } from '../context.ts';
import { jobTable } from './job.states.ts';

/** The audit action of each change. */
const actions = { retry: 'JOB_RETRIED', cancel: 'JOB_CANCELLED' } as const;

type AdminNeeds = Tx<'em' | 'actor' | 'now' | 'record'>;

/** Retries a dead letter, from its first attempt. */
export async function retryJob(tx: AdminNeeds, { id }: { id: string }): Promise<Job> {
  const job = await changed(tx, id, 'retry');
  job.attempts = 0;
  job.runAt = tx.now;
  job.finishedAt = null;
  return job;
}

/** Cancels a job that is waiting. One that is running is not interrupted: `ACTION_NOT_ALLOWED`. */
export async function cancelJob(tx: AdminNeeds, { id }: { id: string }): Promise<Job> {
  const job = await changed(tx, id, 'cancel');
  job.finishedAt = tx.now;
  return job;
}

async function changed({ em, actor, record }: AdminNeeds, id: string, verb: keyof typeof actions): Promise<Job> {
  requirePermission(actor, 'job:manage');
  const job = await em.findOne(Job, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!job) throw new DomainError('NOT_FOUND');
  const from = job.state;
  const thing = { status: job.state };
  transition(jobTable, thing, verb);
  job.state = thing.status;
  record({ action: actions[verb], targetType: 'job', targetId: id, payload: { kind: job.kind, from, to: job.state } });
  return job;
}
