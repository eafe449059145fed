/** The mails of this domain. */
import type { ListedMail } from '../mail/definition.ts';
import { dailyDigest, quietHoursDigest } from './digests.ts';
import { notificationMails } from './notification-mails.ts';

export const ownMails = [...notificationMails, dailyDigest, quietHoursDigest] as const satisfies readonly ListedMail[];
