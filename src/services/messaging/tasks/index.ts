import { implementTask, type Task } from '../../platform/task.ts';
import { syncConversation } from '../sync-conversation.ts';
import { mailUnread } from '../mail-unread.ts';
import { notifyAboutMessage } from '../notify-about-message.ts';
import { welcome } from '../welcome.ts';
import { writeWords } from '../write-words.ts';
import { adoptConversations } from '../visitors/adopt-conversations.ts';
import { notifyHeld } from '../visitors/notify-held.ts';
import { mailVisitor } from '../visitors/visitor-mails.ts';
import {
  adoptConversationsTask,
  mailUnreadTask,
  mailVisitorTask,
  notifyAboutMessageTask,
  notifyHeldTask,
  syncConversationTask,
  welcomeTask,
  writeWordsTask,
} from './definitions.ts';

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
  implementTask(mailVisitorTask, ({ run }, input) => run(mailVisitor, input)),
  implementTask(welcomeTask, ({ run }, input) => run(welcome, input)),
  implementTask(notifyHeldTask, ({ run }, input) => run(notifyHeld, input)),
  implementTask(adoptConversationsTask, ({ run, conversationSources: sources }, input) =>
    run(adoptConversations, { ...input, sources }),
  ),
];
