import { userActivated } from '../identity/index.ts';
import { subscribe, type Subscription } from '../platform/context.ts';
import { schedule } from '../platform/schedules.ts';
import { implementTask, type Task } from '../platform/task.ts';
import * as jobs from './archive-jobs.ts';
import { endPlaces } from './cabinets/end-places.ts';
import { takeWaitingPlaces } from './cabinets/answer-invitation.ts';
import { recountCabinets } from './cabinets/recount.ts';
import * as events from './events.ts';
import { inviteAddress } from './notices/invite-address.ts';
import { notifyEntered, notifyLockBroken, notifyWithoutManager } from './notices/notify-managers.ts';
import { notifyQuota } from './notices/notify-quota.ts';
import { notifyChanged, notifyEnded, notifyGranted } from './notices/notify-place.ts';

/** What is done about cabinets after a commit and at fixed times. */
export const archiveTasks: readonly Task[] = [
  implementTask(jobs.endPlacesTask, ({ run }, _) => run(endPlaces, undefined)),
  implementTask(jobs.recountTask, (ctx, _) => recountCabinets(ctx)),
  implementTask(jobs.takePlacesTask, ({ run }, about) => run(takeWaitingPlaces, about)),
  implementTask(jobs.notifyGrantedTask, ({ run }, about) => run(notifyGranted, about)),
  implementTask(jobs.notifyChangedTask, ({ run }, about) => run(notifyChanged, about)),
  implementTask(jobs.notifyEndedTask, ({ run }, about) => run(notifyEnded, about)),
  implementTask(jobs.inviteAddressTask, ({ run }, about) => run(inviteAddress, about)),
  implementTask(jobs.notifyEnteredTask, ({ run }, about) => run(notifyEntered, about)),
  implementTask(jobs.notifyLockBrokenTask, ({ run }, about) => run(notifyLockBroken, about)),
  implementTask(jobs.notifyQuotaTask, ({ run }, about) => run(notifyQuota, about)),
  implementTask(jobs.notifyWithoutManagerTask, ({ run }, about) => run(notifyWithoutManager, about)),
];

export const archiveSubscriptions: readonly Subscription[] = [
  subscribe(userActivated, jobs.takePlacesTask),
  subscribe(events.cabinetAccessGranted, jobs.notifyGrantedTask),
  subscribe(events.cabinetAccessChanged, jobs.notifyChangedTask),
  subscribe(events.cabinetAccessEnded, jobs.notifyEndedTask),
  subscribe(events.cabinetInvited, jobs.inviteAddressTask),
  subscribe(events.cabinetEnteredByAdmin, jobs.notifyEnteredTask),
  subscribe(events.documentUnlocked, jobs.notifyLockBrokenTask),
  subscribe(events.quotaCrossed, jobs.notifyQuotaTask),
  subscribe(events.cabinetWithoutManager, jobs.notifyWithoutManagerTask),
];

export const archiveSchedules = [
  schedule({ name: 'archive.end-places', cron: '35 * * * *', task: jobs.endPlacesTask }),
  schedule({ name: 'archive.recount', cron: '50 4 * * *', task: jobs.recountTask }),
];
