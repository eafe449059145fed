import type { Tx } from '../../platform/context.ts';
import { writing } from '../../platform/orm/values.ts';

/** Jobs that notify somebody: that was done once, or is no news any more. The others are repeated by their keys. */
const notifying = /\.(?:notify|mail|t\w{3}|remind|alert|send|ask|warn|answer|resend)-|\.sweep-mails$/;

const restored = 'restored from a backup';

/** What was waiting when the backup was made, and is not done now. */
export interface Quieted {
  readonly sessions: number;
  readonly tokens: number;
  readonly jobs: number;
  readonly mails: number;
}

/**
 * A restored database believes that it is the day of the backup. Sessions and API tokens end, for who ended them since is not
 * known; mails, text messages and notices of that day are not sent again; other jobs go on from their beginning.
 */
export async function quietThePast({ em, now }: Tx<'em' | 'now'>): Promise<Quieted> {
  const { db } = writing(em);
  const changed = async (query: { executeTakeFirst(): Promise<{ numUpdatedRows: bigint }> }): Promise<number> =>
    Number((await query.executeTakeFirst()).numUpdatedRows);
  const failed = { status: 'FAILED', last_error: restored } as const;
  const sessions = await changed(
    db.updateTable('session').set({ revoked_at: now, revoke_reason: 'RESTORED' }).where('revoked_at', 'is', null),
  );
  const tokens = await changed(db.updateTable('api_token').set({ revoked_at: now }).where('revoked_at', 'is', null));
  await db.deleteFrom('one_time_token').execute();
  const mails = await changed(
    db.updateTable('email_delivery').set(failed).where('status', 'in', ['QUEUED', 'SENDING']),
  );
  await db
    .updateTable('sms_delivery')
    .set({ status: 'FAILED' })
    .where('status', 'in', ['WAITING', 'SENDING'])
    .execute();
  await db.deleteFrom('running_process').execute();
  return { sessions, tokens, mails, jobs: await quietJobs(db, now) };
}

async function quietJobs(db: ReturnType<typeof writing>['db'], now: Date): Promise<number> {
  const waiting = db.selectFrom('job').select(['id', 'kind']).where('state', 'in', ['PENDING', 'RUNNING', 'RETRYING']);
  const jobs = await waiting.execute();
  const notices = jobs.filter(({ kind }) => notifying.test(kind)).map(({ id }) => id);
  for (let at = 0; at < notices.length; at += 500)
    await db
      .updateTable('job')
      .set({
        state: 'CANCELLED',
        finished_at: now,
        last_error: restored,
        owner: null,
        process_id: null,
        lease_until: null,
      })
      .where('id', 'in', notices.slice(at, at + 500))
      .execute();
  await db
    .updateTable('job')
    .set({ state: 'PENDING', owner: null, process_id: null, lease_until: null })
    .where('state', 'in', ['RUNNING', 'RETRYING'])
    .execute();
  return notices.length;
}
