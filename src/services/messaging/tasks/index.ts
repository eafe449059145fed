import type { AppContext } from '../../platform/context.ts';
import { syncConversation } from '../sync-conversation.ts';
import { mailUnread, tellAboutMessage } from '../tell-about-message.ts';
import { mailUnreadJob, openConversationJob, tellAboutMessageJob } from './jobs.ts';

const openConversation = (
  { run, conversationSources }: Pick<AppContext, 'run' | 'conversationSources'>,
  { orderId }: { orderId: string },
): Promise<void> => run(syncConversation, { orderId, source: conversationSources.ORDER });

/** What messaging does after commit. */
export const messagingTasks = [
  { job: openConversationJob, handle: openConversation },
  {
    job: tellAboutMessageJob,
    handle: ({ run }: Pick<AppContext, 'run'>, input: { messageId: string }): Promise<void> =>
      run(tellAboutMessage, input),
  },
  {
    job: mailUnreadJob,
    handle: ({ run }: Pick<AppContext, 'run'>, input: { messageId: string; userId: string }): Promise<void> =>
      run(mailUnread, input),
  },
] as const;
