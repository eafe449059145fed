import { defineModule } from '../platform/module.ts';
import { schedule } from '../platform/schedules.ts';
import { privacyPersonalData } from './personal-data.ts';
import { privacyRetention, unusedAccounts } from './retention.ts';
import { privacyTasks } from './tasks/index.ts';
import { beginRetentionTask, expireDataExportsTask, warnNearlyDueTask } from './tasks/definitions.ts';
import { privacyMails } from './emails/index.ts';

/** What the law asks: erasure, copies of one's data, requests, retention and legal holds. */
export const privacyModule = defineModule({
  name: 'privacy',
  tasks: privacyTasks,
  schedules: [
    schedule({ name: 'privacy.expire-data-exports', cron: '20 * * * *', task: expireDataExportsTask }),
    schedule({ name: 'privacy.retention', cron: '50 3 * * *', task: beginRetentionTask }),
    schedule({ name: 'privacy.warn-nearly-due', cron: '0 8 * * *', task: warnNearlyDueTask }),
  ],
  mails: privacyMails,
  personalData: privacyPersonalData,
  retention: (personalData) => [...privacyRetention, unusedAccounts(personalData)],
});
