import { LockMode } from '@mikro-orm/core';
import { EmailDelivery } from '../../entities/notifications/email-delivery.entity.ts';
import { writing } from '../platform/orm/values.ts';
import type { Tx, UseCase } from '../platform/context.ts';
import { SECOND } from './backoff.ts';
import { sendMailTask } from './tasks/send-mail.task.ts';

/** How long an attempt may take before its outcome counts as unknown; far above the provider's time-out. */
export const attemptMs = 60 * SECOND;

export interface Attempt {
  readonly deliveryId: string;
  /** 1 for the first. */
  readonly attempt: number;
}

export const lockDelivery = ({ em }: Tx<'em'>, deliveryId: string): Promise<EmailDelivery | null> =>
  em.findOne(EmailDelivery, deliveryId, { lockMode: LockMode.PESSIMISTIC_WRITE });

/** What there is to do about a delivery when its job runs. */
export type Situation =
  | { readonly kind: 'ready'; readonly delivery: EmailDelivery }
  /** An attempt began and never ended: the provider may have the mail. */
  | { readonly kind: 'in-doubt' }
  | { readonly kind: 'nothing-to-do' };

/** Examines a delivery before anything is written for it. */
export const examineDelivery: UseCase<'em' | 'now' | 'enqueue', Attempt, Situation> = async (
  { em, now, enqueue },
  { deliveryId, attempt },
) => {
  const delivery = await em.findOne(EmailDelivery, deliveryId);
  if (delivery === null) return { kind: 'nothing-to-do' };
  if (isNext(delivery, attempt))
    return (await waitsForAnother({ em }, delivery)) ? { kind: 'nothing-to-do' } : { kind: 'ready', delivery };
  if (delivery.status !== 'SENDING' || delivery.attempts !== attempt) return { kind: 'nothing-to-do' };
  if (await isProcessGone({ em }, delivery)) return { kind: 'in-doubt' };
  const until = new Date((delivery.sendingAt as Date).getTime() + attemptMs);
  if (until <= now) return { kind: 'in-doubt' };
  enqueue(
    sendMailTask,
    { deliveryId, attempt },
    { runAt: until, dedupeKey: `${sendMailTask.kind}:${deliveryId}:${attempt}:until-${until.getTime()}` },
  );
  return { kind: 'nothing-to-do' };
};

/**
 * Claims the attempt: of two workers, one gets `true`. From here on a crash leaves the outcome of the delivery unknown.
 */
export const beginAttempt: UseCase<'em' | 'now', Attempt & { processId: string | null }, boolean> = async (
  tx,
  { deliveryId, attempt, processId },
) => {
  const delivery = await lockDelivery(tx, deliveryId);
  if (delivery === null || !isNext(delivery, attempt)) return false;
  Object.assign(delivery, { status: 'SENDING', attempts: attempt, sendingAt: tx.now, sendingProcessId: processId });
  return true;
};

/** Is the process that makes this attempt known to be dead? Then its outcome will never be recorded. */
async function isProcessGone({ em }: Tx<'em'>, { sendingProcessId }: EmailDelivery): Promise<boolean> {
  if (sendingProcessId === null) return false;
  return (
    (await writing(em)
      .db.selectFrom('running_process')
      .select('id')
      .where('id', '=', sendingProcessId)
      .executeTakeFirst()) === undefined
  );
}

/** Is this the attempt that a delivery waits for? */
export const isNext = ({ status, attempts }: EmailDelivery, attempt: number): boolean =>
  status === 'QUEUED' && attempts === attempt - 1;

/** Is an earlier mail of the same stream still being sent? When its attempt is recorded, this one is queued again. */
async function waitsForAnother({ em }: Tx<'em'>, { stream, createdAt, id }: EmailDelivery): Promise<boolean> {
  if (stream === null) return false;
  const earlier = await em.count(EmailDelivery, {
    stream,
    status: ['QUEUED', 'SENDING'],
    $or: [{ createdAt: { $lt: createdAt } }, { createdAt, id: { $lt: id } }],
  });
  return earlier > 0;
}
