import { z } from 'zod';
import { defineTask } from '../../platform/task.ts';

/** Makes the conversation of an order agree with the order. */
export const openConversationJob = defineTask('messaging.open-conversation', z.object({ orderId: z.uuid() }));

/** Shows a new message in the bells of those who did not write it. */
export const tellAboutMessageJob = defineTask('messaging.tell-about-message', z.object({ messageId: z.uuid() }));

/** Looks again, a while later: has it been read, or is a mail needed? */
export const mailUnreadJob = defineTask('messaging.mail-unread', z.object({ messageId: z.uuid(), userId: z.uuid() }), {
  priority: 150,
});
