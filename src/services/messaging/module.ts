import type { FileQuestion } from '../files/index.ts';
import { defineModule } from '../platform/module.ts';
import { subscribe } from '../platform/context.ts';
import { userActivated, userAddressChanged } from '../identity/index.ts';
import { messageSent } from './events.ts';
import { messagingPersonalData } from './personal-data.ts';
import { mayReadAttachment } from './queries/conversation-parts.ts';
import { messageHeld } from './visitors/events.ts';
import { mayReadHeldFile } from './visitors/queries/held-messages.ts';
import { messagingRetention } from './retention.ts';
import { messagingTasks } from './tasks/index.ts';
import { messagingMails } from './emails/index.ts';
import { searchedInMessaging } from './write-words.ts';
import { adoptConversationsTask, notifyAboutMessageTask, notifyHeldTask, welcomeTask } from './tasks/definitions.ts';

const mayReadSent: FileQuestion = async (ctx, fileId) =>
  (await mayReadAttachment(ctx, fileId)) || mayReadHeldFile(ctx, fileId);

/** Conversations about the things of other modules, and what is said in them. */
export const messagingModule = defineModule({
  name: 'messaging',
  tasks: messagingTasks,
  subscriptions: [
    subscribe(messageSent, notifyAboutMessageTask),
    subscribe(messageHeld, notifyHeldTask),
    subscribe(userActivated, adoptConversationsTask),
    subscribe(userActivated, welcomeTask),
    subscribe(userAddressChanged, adoptConversationsTask),
  ],
  mails: messagingMails,
  personalData: messagingPersonalData,
  retention: messagingRetention,
  fileAccess: { mayRead: mayReadSent },
  searched: searchedInMessaging,
});
