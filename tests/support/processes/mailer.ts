import { sendMailTask } from '../../../src/services/notifications/tasks/send-mail.task.ts';
/** A worker that sends mails to the provider of a test (`MAIL_URL`), in a process that a test may kill, with no more around it than it needs. */
import { entities } from '../../../src/entities/index.ts';
import { createMailer } from '../../../src/adapters.ts';
import { sendgridMail } from '../../../src/services/adapters/mail/sendgrid.ts';
import { wallClock } from '../../../src/services/kernel/clock.ts';
import { notificationTasks } from '../../../src/services/notifications/index.ts';
import { readConfig } from '../../../src/services/platform/config.ts';
import { derivedSecrets } from '../../../src/services/platform/derived-secrets.ts';
import { createWorker } from '../../../src/services/platform/jobs/index.ts';
import { createLogger } from '../../../src/services/platform/logger.ts';
import { createMetrics } from '../../../src/services/platform/metrics.ts';
import { lifeLock } from '../../../src/services/platform/orm/life-lock.ts';
import { openOrm, type DatabaseSettings } from '../../../src/services/platform/orm/orm.ts';
import { ProcessRegistry } from '../../../src/services/platform/processes/index.ts';
import type { Db, AppContext } from '../../../src/services/platform/context.ts';
import { createUnitOfWork, type Origin } from '../../../src/services/platform/unit-of-work.ts';

const database = JSON.parse(process.env['TEST_DATABASE'] ?? '{}') as DatabaseSettings;
const config = readConfig();
const log = createLogger(config.LOG_LEVEL);
const orm = await openOrm({ ...database, poolSize: 4 }, [...entities]);
const work = createUnitOfWork({
  orm,
  clock: wallClock,
  config,
  log,
  actorLock: { lock: async () => undefined, isGone: async () => false },
  auditLog: async () => [],
  subscriptions: [],
  onCommitted: () => undefined,
});
const contextFor = (origin: Origin): AppContext =>
  ({
    ...origin,
    log,
    config,
    now: wallClock.now(),
    db: orm.em.fork().getKysely({ type: 'read' }) as unknown as Db,
    processId: processes.identity.id,
    run: (useCase, input) => work(origin, useCase, input),
    mail: sendgridMail({ apiKey: 'SG.test', clock: wallClock, baseUrl: process.env['MAIL_URL'] }),
    mailer: createMailer(config),
    derived: derivedSecrets(Buffer.alloc(32, 1)),
  }) as AppContext;
const processes = new ProcessRegistry({ lock: lifeLock(database), contextFor, log });
const worker = createWorker({
  tasks: notificationTasks.filter(({ definition }) => definition.kind === sendMailTask.kind),
  contextFor,
  log,
  metrics: createMetrics(),
  processes,
});
worker.start();
process.stdout.write('works\n');
