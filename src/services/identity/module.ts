import { defineModule } from '../platform/module.ts';
import { isAvatar, mayReadAvatar } from './avatar.ts';
import { identityPersonalData } from './personal-data.ts';
import { identityRetention } from './retention.ts';
import { seedPeople } from './seed.ts';
import { identityTasks } from './tasks/index.ts';
import { identityMails } from './emails/index.ts';

/** Accounts, sessions, and every way to sign in. */
export const identityModule = defineModule({
  name: 'identity',
  tasks: identityTasks,
  mails: identityMails,
  personalData: identityPersonalData,
  retention: identityRetention,
  fileAccess: { mayRead: mayReadAvatar, isHeld: isAvatar },
  seed: seedPeople,
});
