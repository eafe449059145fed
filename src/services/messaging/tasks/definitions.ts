import { z } from 'zod';
import { subjectShape } from '../../platform/subject-shape.ts';
import { defineTask } from '../../platform/task.ts';

/** Brings the conversation about a subject up to date. */
export const syncConversationTask = defineTask('messaging.open-conversation', z.object({ subject: subjectShape }));

/** Notifies those who did not write a new message. */
export const notifyAboutMessageTask = defineTask('messaging.tell-about-message', z.object({ messageId: z.uuid() }));

/** Writes what messages of before they were searched are searched by; queued by the migration. */
export const writeWordsTask = defineTask('messaging.write-words', z.object({}), { priority: 200 });

/** A while later: has it been read, or is an e-mail needed? `isNextDay` for what came after the mail of its day. */
export const mailUnreadTask = defineTask(
  'messaging.mail-unread',
  z.object({ messageId: z.uuid(), userId: z.uuid(), isNextDay: z.boolean().optional() }),
  { priority: 150 },
);

/** A while after the team has answered a visitor: have they seen it, or is an e-mail needed? */
export const mailVisitorTask = defineTask('messaging.mail-visitor', z.object({ visitorId: z.uuid() }), {
  priority: 150,
});

/** Opens the conversation in which somebody is welcomed. */
export const welcomeTask = defineTask('messaging.welcome', z.object({ userId: z.uuid() }));

/** Notifies the admins of a visitor’s message that waits for them. */
export const notifyHeldTask = defineTask('messaging.notify-held', z.object({ heldMessageId: z.uuid() }));

/** Gives somebody who has proven their address what they wrote before they had an account. */
export const adoptConversationsTask = defineTask('messaging.adopt-conversations', z.object({ userId: z.uuid() }));
