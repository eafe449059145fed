import { createMailer } from '../../../src/adapters.ts';
import type { MailPort } from '../../../src/services/adapters/mail/port.ts';
import { system } from '../../../src/services/access/actor.ts';
import type { Mailer } from '../../../src/services/notifications/index.ts';
import { sendMail } from '../../../src/services/notifications/tasks/send-mail.ts';
import { sendMailTask } from '../../../src/services/notifications/tasks/send-mail.task.ts';
import { derivedSecrets } from '../../../src/services/platform/derived-secrets.ts';
import { instantFrom, jsonFrom } from '../../../src/services/platform/orm/values.ts';
import type { Vault } from '../../../src/services/vault/index.ts';
import type { Run } from '../../../src/services/platform/context.ts';
import type { World } from '../../support/world.ts';

/** Stands for the death of the worker: its job is found again when the lease has ended. */
export class Killed extends Error {}

export const mailNeeds = (world: World, mail: MailPort, mailer: Mailer = createMailer(world.config)) => ({
  run: world.run as Run,
  db: world.db,
  // No mail of these tests carries a stored file.
  vault: undefined as never as Vault,
  now: world.clock.now(),
  config: world.config,
  log: world.logs.log,
  actor: system,
  processId: null,
  mail,
  mailer,
  derived: derivedSecrets(Buffer.alloc(32, 1)),
});

interface Pace {
  /** How many jobs at once. */
  readonly hands?: number;
  /** How far beyond the next due job the clock moves, in milliseconds: larger steps, fewer of them. */
  readonly stride?: number;
}

/** Runs the sending jobs, moving the clock on to the next one that is due, until none is left. */
export function mailWorker(
  world: World,
  mail: MailPort,
  { mailer = createMailer(world.config), hands = 2, stride = 0 }: Pace & { mailer?: Mailer } = {},
) {
  const done = new Set<string>();
  const waiting = async () => {
    const jobs = await world.db
      .selectFrom('job')
      .select(['id', 'payload', 'run_at'])
      .where('kind', '=', sendMailTask.kind)
      .orderBy('run_at')
      .orderBy('id')
      .execute();
    return jobs.filter(({ id }) => !done.has(id)).map((job) => ({ ...job, runAt: instantFrom(job.run_at) }));
  };
  const work = async (job: { id: string; payload: unknown }): Promise<void> => {
    try {
      await sendMail(mailNeeds(world, mail, mailer), sendMailTask.payload.parse(jsonFrom(job.payload)));
      done.add(job.id);
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
    }
  };
  return async function drain(): Promise<void> {
    for (let jobs = await waiting(); jobs.length > 0; jobs = await waiting()) {
      const now = world.clock.now();
      const due = jobs.filter(({ runAt }) => runAt <= now);
      if (due.length === 0) world.clock.set(new Date((jobs[0]?.runAt as Date).getTime() + stride));
      const queue = [...due];
      const alive = async (): Promise<void> => {
        for (let job = queue.shift(); job !== undefined; job = queue.shift()) await work(job);
      };
      await Promise.all(Array.from({ length: hands }, alive));
      if (due.length > 0 && due.some(({ id }) => !done.has(id))) world.clock.advance(61_000);
    }
  };
}
