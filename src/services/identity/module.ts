import { defineModule } from '../platform/module.ts';
import { isAvatar, mayReadAvatar } from './account/avatar.ts';
import { identityPersonalData } from './personal-data.ts';
import { identityRetention } from './retention.ts';
import { seedPeople } from './seed.ts';
import { identityTasks } from './tasks/index.ts';

/** Accounts, sessions, and every way to sign in. */
export const identityModule = defineModule({
  name: 'identity',
  tasks: identityTasks,
  personalData: identityPersonalData,
  retention: identityRetention,
  fileAccess: { mayRead: mayReadAvatar, isHeld: isAvatar },
  seed: seedPeople,
});
