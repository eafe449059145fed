import { jobDied } from '../../platform/jobs/index.ts';
import type { Tx, AppContext } from '../../platform/context.ts';
import { defineTask, type PayloadOf } from '../../platform/task.ts';
import { notifyMany } from '../notify.ts';
import { recipientsIn } from '../recipients.ts';
import type { NotificationWords } from '../words.ts';

interface DeadJob {
  readonly jobId: string;
  readonly kind: string;
  readonly attempts: number;
}

/** A job became a dead letter: the admins are alerted. */
export const alertDeadJobTask = defineTask('notifications.alert-dead-job', jobDied.payload, { priority: 50 });

const words: NotificationWords<DeadJob> = {
  fr: ({ kind, attempts }) => ({
    title: 'Une tâche a échoué définitivement',
    message: `La tâche «\u00a0${kind}\u00a0» a été abandonnée (essais\u00a0: ${attempts}). Corrigez la cause, puis relancez-la.`,
  }),
  en: ({ kind, attempts }) => ({
    title: 'A task failed for good',
    message: `The task “${kind}” was given up (attempts: ${attempts}). Fix the cause, then retry it.`,
  }),
};

export const alertDeadJob = (
  { run }: Pick<AppContext, 'run'>,
  dead: PayloadOf<typeof alertDeadJobTask>,
): Promise<void> => run(notifyAdmins, dead);

/**
 * One alert per kind of job, admin and hour: an outage that fails hundreds of jobs must not flood the notifications.
 */
async function notifyAdmins(tx: Tx<'em' | 'now' | 'publish'>, dead: DeadJob): Promise<void> {
  const admins = await recipientsIn(tx, 'ADMIN');
  const hour = tx.now.toISOString().slice(0, 13);
  await notifyMany(
    tx,
    admins.map(({ userId, locale }) => ({
      ...words[locale](dead),
      userId,
      type: 'ERROR',
      priority: 'URGENT',
      data: { jobId: dead.jobId, kind: dead.kind },
      dedupeKey: `job-dead:${dead.kind}:${hour}:${userId}`,
    })),
  );
}
