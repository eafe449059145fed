/** The mails of this domain. */
import type { ListedMail } from '../../notifications/index.ts';
import { newMessage } from './new-message.ts';

export const messagingMails = [newMessage] as const satisfies readonly ListedMail[];
