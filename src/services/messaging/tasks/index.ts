import { implementTask, type Task } from '../../platform/task.ts';
import { syncConversation } from '../sync-conversation.ts';
import { mailUnread } from '../mail-unread.ts';
import { notifyAboutMessage } from '../notify-about-message.ts';
import { writeWords } from '../write-words.ts';
import { mailUnreadTask, notifyAboutMessageTask, syncConversationTask, writeWordsTask } from './definitions.ts';

/** What messaging does after commit. */
export const messagingTasks: readonly Task[] = [
  implementTask(syncConversationTask, ({ run, conversationSources }, { subject }) =>
    run(syncConversation, { subject, source: conversationSources[subject.type] }),
  ),
  implementTask(notifyAboutMessageTask, ({ run }, input) => run(notifyAboutMessage, input)),
  implementTask(writeWordsTask, writeWords),
  implementTask(mailUnreadTask, ({ run, conversationSources: sources }, input) =>
    run(mailUnread, { ...input, sources }),
  ),
];
