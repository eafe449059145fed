import { subscribe } from '../platform/context.ts';
import { defineModule } from '../platform/module.ts';
import { schedule } from '../platform/schedules.ts';
import { implementTask } from '../platform/task.ts';
import { contentMails } from './emails/index.ts';
import { pagePublished, pageScheduleFailed } from './events.ts';
import { carryOutSchedules } from './pages/carry-out-schedules.ts';
import { currentTermsOfSale } from './queries/current-terms-of-sale.ts';
import { seedContent } from './seed.ts';
import {
  carryOutSchedulesTask,
  notifyPageNotPublishedTask,
  notifyPagePublishedTask,
  pruneContentTask,
} from './tasks/content-jobs.ts';
import { searchedInContent } from './searched-content.ts';
import { pruneContent } from './tasks/prune-content.ts';
import { notifyPageNotPublished, notifyPagePublished } from './tasks/notify-page.ts';

/** Pages of the site and frequently asked questions. */
export const contentModule = defineModule({
  name: 'content',
  seed: (ctx) => seedContent(ctx),
  terms: currentTermsOfSale,
  mails: contentMails,
  searched: searchedInContent,
  tasks: [
    implementTask(carryOutSchedulesTask, carryOutSchedules),
    implementTask(pruneContentTask, pruneContent),
    implementTask(notifyPagePublishedTask, notifyPagePublished),
    implementTask(notifyPageNotPublishedTask, notifyPageNotPublished),
  ],
  // `page.unpublished` has no task: who took it down knows, and nobody else asked.
  subscriptions: [
    subscribe(pagePublished, notifyPagePublishedTask),
    subscribe(pageScheduleFailed, notifyPageNotPublishedTask),
  ],
  schedules: [
    schedule({ name: 'content.pages-due', cron: '*/15 * * * * *', task: carryOutSchedulesTask }),
    schedule({ name: 'content.prune', cron: '15 3 * * *', task: pruneContentTask }),
  ],
});
