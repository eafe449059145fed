import { defineModule } from '../platform/module.ts';
import { schedule } from '../platform/schedules.ts';
import { remindActivationTask } from './account/remind-activation.ts';
import { isAvatar, mayReadAvatar } from './account/avatar.ts';
import { identityPersonalData } from './personal-data.ts';
import { identityRetention } from './retention.ts';
import { seedPeople } from './seed.ts';
import { identityTasks } from './tasks/index.ts';
import { identityMails } from './emails/index.ts';

/** Accounts, sessions, and every way to sign in. */
export const identityModule = defineModule({
  name: 'identity',
  tasks: identityTasks,
  schedules: [schedule({ name: 'identity.remind-activation', cron: '35 * * * *', task: remindActivationTask })],
  mails: identityMails,
  personalData: identityPersonalData,
  retention: identityRetention,
  fileAccess: { mayRead: mayReadAvatar, isHeld: isAvatar },
  seed: seedPeople,
});
