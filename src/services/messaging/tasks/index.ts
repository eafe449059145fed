import { implementTask, type Task } from '../../platform/task.ts';
import { syncConversation } from '../sync-conversation.ts';
import { mailUnread, notifyAboutMessage } from '../notify-about-message.ts';
import { mailUnreadJob, syncConversationJob, notifyAboutMessageJob } from './jobs.ts';

/** What messaging does after commit. */
export const messagingTasks: readonly Task[] = [
  implementTask(syncConversationJob, ({ run, conversationSources }, { subject }) =>
    run(syncConversation, { subject, source: conversationSources[subject.type] }),
  ),
  implementTask(notifyAboutMessageJob, ({ run }, input) => run(notifyAboutMessage, input)),
  implementTask(mailUnreadJob, ({ run }, input) => run(mailUnread, input)),
];
