/** The mails of this domain. */
import { implementMail, type ListedMail } from '../../notifications/index.ts';
import { isStillUnread } from '../is-still-unread.ts';
import { newMessage } from './new-message.ts';
import { conversationDigest } from './conversation-digest.ts';

/** One that waited for the end of quiet hours or for a digest is needed while something is unread. */
const stillUnread = { prepare: () => Promise.resolve({}), isNeeded: isStillUnread };

export const messagingMails = [
  implementMail(newMessage, stillUnread),
  implementMail(conversationDigest, stillUnread),
] as const satisfies readonly ListedMail[];
