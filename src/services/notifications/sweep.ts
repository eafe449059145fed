import type { EmailDelivery } from '../../entities/notifications/email-delivery.entity.ts';
import { wallClock } from '../kernel/clock.ts';
import type { Db, Operation, AppContext, UseCase } from '../platform/context.ts';
import { maxAttempts } from './backoff.ts';
import { lockDelivery } from './delivery-attempts.ts';
import { retakeDelivery } from './record-outcome.ts';
import { rulesOf } from './tasks/send-mail.ts';
import { sendMailTask } from './tasks/send-mail.task.ts';
import type { sweepMailsTask } from './tasks/sweep-mails.task.ts';
import type { PayloadOf } from '../platform/task.ts';
import { statesAllowing } from '../kernel/states.ts';
import { jobTable } from '../platform/jobs/job.states.ts';

/** A file that is being written is complete within milliseconds; a queued mail is attempted within seconds. */
const abandonedMs = 15 * 60_000;
/** Examined in one run. */
const most = 500;

type SweepNeeds = 'run' | 'db' | 'now' | 'mail' | 'mailer' | 'derived' | 'mailbox' | 'smsFolder' | 'log';

/**
 * Resumes what no job will finish: mails given up by an earlier release with an unknown outcome, mails whose job is
 * dead or cancelled, and files that a crash left half written.
 */
export const sweepMails: Operation<SweepNeeds, PayloadOf<typeof sweepMailsTask>, void> = async (ctx) => {
  const { now, mailbox, smsFolder, log } = ctx;
  const before = new Date(now.getTime() - abandonedMs);
  // Files are dated by the machine, whatever the application's clock says.
  const writtenBefore = new Date(wallClock.now().getTime() - abandonedMs);
  const done = {
    retaken: await retakeDoubtful(ctx),
    requeued: await requeueForgotten(ctx, before),
    drafts: ((await mailbox?.sweep(writtenBefore)) ?? 0) + ((await smsFolder?.sweep(writtenBefore)) ?? 0),
  };
  if (Object.values(done).some((count) => count > 0))
    log.info(done, 'resumed mails and removed drafts that no job would have finished');
};

async function retakeDoubtful(ctx: Pick<AppContext, SweepNeeds>): Promise<number> {
  const { run, db, mail } = ctx;
  const rows = await db
    .selectFrom('email_delivery')
    .select('id')
    .where('status', '=', 'AMBIGUOUS')
    .where('attempts', '<', maxAttempts)
    .orderBy('created_at')
    .limit(most)
    .execute();
  let retaken = 0;
  for (const { id } of rows) {
    const hasLeft = (await mail.holds?.(id)) === true;
    if (await run(retakeDelivery, { deliveryId: id, rules: rulesOf(ctx), hasLeft })) retaken += 1;
  }
  return retaken;
}

async function requeueForgotten({ run, db }: Pick<AppContext, SweepNeeds>, before: Date): Promise<number> {
  const rows = await db
    .selectFrom('email_delivery')
    .select(['id', 'stream'])
    .where('status', 'in', ['QUEUED', 'SENDING'])
    .where('created_at', '<', before)
    .orderBy('created_at')
    .orderBy('id')
    .limit(most)
    .execute();
  const streams = new Set<string>();
  let requeued = 0;
  for (const { id, stream } of rows) {
    // Of a stream, only the first one moves; it lets the others go.
    const isBehind = stream !== null && streams.has(stream);
    if (stream !== null) streams.add(stream);
    if (!isBehind && !(await hasOpenJob(db, id)) && (await run(requeue, { deliveryId: id }))) requeued += 1;
  }
  return requeued;
}

async function hasOpenJob(db: Db, deliveryId: string): Promise<boolean> {
  const job = await db
    .selectFrom('job')
    .select('id')
    .where('dedupe_key', 'like', `${sendMailTask.kind}:${deliveryId}:%`)
    .where('state', 'in', statesAllowing(jobTable, 'claim'))
    .limit(1)
    .executeTakeFirst();
  return job !== undefined;
}

/** A new job for this attempt: the job that was to make it has ended. */
const requeue: UseCase<'em' | 'now' | 'enqueue', { deliveryId: string }, boolean> = async (tx, { deliveryId }) => {
  const delivery: EmailDelivery | null = await lockDelivery(tx, deliveryId);
  if (delivery === null || (delivery.status !== 'QUEUED' && delivery.status !== 'SENDING')) return false;
  const attempt = delivery.status === 'QUEUED' ? delivery.attempts + 1 : delivery.attempts;
  tx.enqueue(
    sendMailTask,
    { deliveryId, attempt },
    { dedupeKey: `${sendMailTask.kind}:${deliveryId}:${attempt}:swept-${tx.now.getTime()}` },
  );
  return true;
};
