/** The mails of this domain. */
import { implementMail, type ListedMail } from '../../notifications/index.ts';
import { isStillUnread } from '../is-still-unread.ts';
import { newMessage } from './new-message.ts';
import { conversationDigest } from './conversation-digest.ts';
import { prepareVisitorLink } from '../visitors/visitor-mails.ts';
import { visitorContactReceived } from './visitor-contact-received.ts';
import { visitorReply } from './visitor-reply.ts';
import { visitorSampleReady } from './visitor-sample-ready.ts';
import { visitorSampleReceived } from './visitor-sample-received.ts';

/** One that waited for the end of quiet hours or for a digest is needed while something is unread. */
const stillUnread = { prepare: () => Promise.resolve({}), isNeeded: isStillUnread };

export const messagingMails = [
  implementMail(newMessage, stillUnread),
  implementMail(conversationDigest, stillUnread),
  implementMail(visitorContactReceived, { prepare: prepareVisitorLink }),
  implementMail(visitorSampleReceived, { prepare: prepareVisitorLink }),
  implementMail(visitorReply, { prepare: prepareVisitorLink }),
  implementMail(visitorSampleReady, { prepare: prepareVisitorLink }),
] as const satisfies readonly ListedMail[];
