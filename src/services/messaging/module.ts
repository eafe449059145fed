import { defineModule } from '../platform/module.ts';
import { subscribe } from '../platform/context.ts';
import { messageSent } from './events.ts';
import { messagingPersonalData } from './personal-data.ts';
import { mayReadAttachment } from './queries/conversation-parts.ts';
import { messagingRetention } from './retention.ts';
import { messagingTasks } from './tasks/index.ts';
import { messagingMails } from './emails/index.ts';
import { notifyAboutMessageTask } from './tasks/definitions.ts';

/** Conversations about the things of other modules, and what is said in them. */
export const messagingModule = defineModule({
  name: 'messaging',
  tasks: messagingTasks,
  subscriptions: [subscribe(messageSent, notifyAboutMessageTask)],
  mails: messagingMails,
  personalData: messagingPersonalData,
  retention: messagingRetention,
  fileAccess: { mayRead: mayReadAttachment },
});
