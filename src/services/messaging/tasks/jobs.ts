import { z } from 'zod';
import type { JobType } from '../../platform/context.ts';
import type { Subject } from '../../kernel/subject.ts';
import { subjectShape } from '../../platform/subject-shape.ts';

/** Brings the conversation about a subject up to date. */
export const syncConversationJob: JobType<{ subject: Subject }> = {
  kind: 'messaging.open-conversation',
  payload: z.object({ subject: subjectShape }),
};

/** Notifies those who did not write a new message. */
export const notifyAboutMessageJob: JobType<{ messageId: string }> = {
  kind: 'messaging.tell-about-message',
  payload: z.object({ messageId: z.uuid() }),
};

/** A while later: has it been read, or is an e-mail needed? */
export const mailUnreadJob: JobType<{ messageId: string; userId: string }> = {
  kind: 'messaging.mail-unread',
  payload: z.object({ messageId: z.uuid(), userId: z.uuid() }),
  priority: 150,
};
