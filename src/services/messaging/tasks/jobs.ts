import { z } from 'zod';
import type { JobType } from '../../platform/context.ts';

/** Makes the conversation of an order agree with the order. */
export const openConversationJob: JobType<{ orderId: string }> = {
  kind: 'messaging.open-conversation',
  payload: z.object({ orderId: z.uuid() }),
};

/** Shows a new message in the bells of those who did not write it. */
export const tellAboutMessageJob: JobType<{ messageId: string }> = {
  kind: 'messaging.tell-about-message',
  payload: z.object({ messageId: z.uuid() }),
};

/** Looks again, a while later: has it been read, or is a mail needed? */
export const mailUnreadJob: JobType<{ messageId: string; userId: string }> = {
  kind: 'messaging.mail-unread',
  payload: z.object({ messageId: z.uuid(), userId: z.uuid() }),
  priority: 150,
};
