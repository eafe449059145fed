import { subscribe } from '../platform/context.ts';
import { defineModule } from '../platform/module.ts';
import { jobDied } from '../platform/jobs/index.ts';
import { schedule } from '../platform/schedules.ts';
import { keyUnavailable } from '../files/index.ts';
import { implementTask } from '../platform/task.ts';
import * as jobs from './backup-jobs.ts';
import { failRestore } from './documents/fail-restore.ts';
import { backUpBeforeRestore } from './documents/before-restore.ts';
import { restoreDocuments } from './documents/restore-documents.ts';
import { runDrills } from './drills/run-drill.ts';
import { backupsMails } from './emails/index.ts';
import { backupDamaged, backupFailed, backupHealed, drillFailed } from './events.ts';
import { backUpDue } from './keeping/back-up-due.ts';
import { forgetKeys } from './keeping/forget-keys.ts';
import { isCopying } from './keeping/is-copying.ts';
import { keyNeed } from './keeping/key-need.ts';
import { keepTombstones } from './keeping/keep-tombstones.ts';
import { lockBackup } from './keeping/lock-backup.ts';
import { pruneBackups } from './keeping/prune.ts';
import { scrub } from './keeping/scrub.ts';
import { verifyBackup } from './keeping/verify-backup.ts';
import { makeBackup } from './making/make-backup.ts';
import { notifyDamage, notifyDrill, notifyFailure, notifyHealed, notifyKey } from './notices/notices.ts';

/** Copies of everything, outside: made every day, verified, kept on a ladder, restored for practice. */
export const backupsModule = defineModule({
  name: 'backups',
  mails: backupsMails,
  tasks: [
    implementTask(jobs.makeBackupTask, (ctx, about) => makeBackup(ctx, about)),
    implementTask(jobs.backUpDueTask, (ctx, about) => backUpDue(ctx, about)),
    implementTask(jobs.verifyBackupTask, (ctx, about) => verifyBackup(ctx, about)),
    implementTask(jobs.lockBackupTask, (ctx, about) => lockBackup(ctx, about)),
    implementTask(jobs.scrubTask, (ctx, _) => scrub(ctx)),
    implementTask(jobs.pruneTask, (ctx, _) => pruneBackups(ctx, { dryRun: false })),
    implementTask(jobs.restoreDocumentsTask, async (ctx, about) => {
      await backUpBeforeRestore(ctx, about);
      await restoreDocuments(ctx, about);
    }),
    implementTask(jobs.keepTombstonesTask, (ctx, _) => keepTombstones(ctx)),
    implementTask(jobs.forgetKeysTask, (ctx, _) => forgetKeys(ctx)),
    implementTask(jobs.drillTask, runDrills),
    implementTask(jobs.notifyFailureTask, ({ run }, about) => run(notifyFailure, about)),
    implementTask(jobs.notifyDamageTask, ({ run }, about) => run(notifyDamage, about)),
    implementTask(jobs.notifyHealedTask, ({ run }, about) => run(notifyHealed, about)),
    implementTask(jobs.failRestoreTask, ({ run }, about) => run(failRestore, about)),
    implementTask(jobs.notifyKeyTask, ({ run }, about) => run(notifyKey, about)),
    implementTask(jobs.notifyDrillTask, ({ run }, about) => run(notifyDrill, about)),
  ],
  subscriptions: [
    subscribe(backupFailed, jobs.notifyFailureTask),
    subscribe(backupDamaged, jobs.notifyDamageTask),
    subscribe(backupHealed, jobs.notifyHealedTask),
    subscribe(jobDied, jobs.failRestoreTask),
    subscribe(drillFailed, jobs.notifyDrillTask),
    subscribe(keyUnavailable, jobs.notifyKeyTask),
  ],
  schedules: [
    schedule({ name: 'backups.daily', cron: '10 2 * * *', task: jobs.backUpDueTask, payload: { isDaily: true } }),
    schedule({ name: 'backups.catch-up', cron: '40 * * * *', task: jobs.backUpDueTask, payload: { isDaily: false } }),
    schedule({ name: 'archive.scrub', cron: '10 3 * * *', task: jobs.scrubTask }),
    schedule({ name: 'backups.forget-keys', cron: '40 3 * * *', task: jobs.forgetKeysTask }),
    schedule({ name: 'backups.prune', cron: '55 3 * * *', task: jobs.pruneTask }),
    schedule({ name: 'backups.keep-tombstones', cron: '*/5 * * * *', task: jobs.keepTombstonesTask }),
    schedule({ name: 'backups.drill', cron: '0 5 * * 0#1', task: jobs.drillTask }),
  ],
  keyNeed,
  fileAccess: { mayRead: () => Promise.resolve(false), areObjectsKept: isCopying },
});
