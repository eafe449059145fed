import { implementTask, type Task } from '../../platform/task.ts';
import { syncConversation } from '../sync-conversation.ts';
import { mailUnread, tellAboutMessage } from '../tell-about-message.ts';
import { mailUnreadJob, openConversationJob, tellAboutMessageJob } from './jobs.ts';

/** What messaging does after commit. */
export const messagingTasks: readonly Task[] = [
  implementTask(openConversationJob, ({ run, conversationSources }, { orderId }) =>
    run(syncConversation, { orderId, source: conversationSources.ORDER }),
  ),
  implementTask(tellAboutMessageJob, ({ run }, input) => run(tellAboutMessage, input)),
  implementTask(mailUnreadJob, ({ run }, input) => run(mailUnread, input)),
];
