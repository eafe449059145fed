import type { Subject } from '../../kernel/subject.ts';
import type { AppContext } from '../../platform/context.ts';
import { syncConversation } from '../sync-conversation.ts';
import { mailUnread, notifyAboutMessage } from '../notify-about-message.ts';
import { mailUnreadJob, syncConversationJob, notifyAboutMessageJob } from './jobs.ts';

const syncConversationNow = (
  { run, conversationSources }: Pick<AppContext, 'run' | 'conversationSources'>,
  { subject }: { subject: Subject },
): Promise<void> => run(syncConversation, { subject, source: conversationSources[subject.type] });

/** What messaging does after commit. */
export const messagingTasks = [
  { job: syncConversationJob, handle: syncConversationNow },
  {
    job: notifyAboutMessageJob,
    handle: ({ run }: Pick<AppContext, 'run'>, input: { messageId: string }): Promise<void> =>
      run(notifyAboutMessage, input),
  },
  {
    job: mailUnreadJob,
    handle: ({ run }: Pick<AppContext, 'run'>, input: { messageId: string; userId: string }): Promise<void> =>
      run(mailUnread, input),
  },
] as const;
