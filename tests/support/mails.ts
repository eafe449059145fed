/** Every e-mail by its name, each with its own type: the application itself knows them by its modules only. */
import { archiveMails } from '../../src/services/archive/emails/index.ts';
import { auditMails } from '../../src/services/audit/emails/index.ts';
import { backupsMails } from '../../src/services/backups/emails/index.ts';
import { billingMails } from '../../src/services/billing/emails/index.ts';
import { insightsMails } from '../../src/services/insights/emails/index.ts';
import { identityMails } from '../../src/services/identity/emails/index.ts';
import { messagingMails } from '../../src/services/messaging/emails/index.ts';
import { contentMails } from '../../src/services/content/emails/index.ts';
import { ordersMails } from '../../src/services/orders/emails/index.ts';
import { privacyMails } from '../../src/services/privacy/emails/index.ts';
import { schedulingMails } from '../../src/services/scheduling/emails/index.ts';
import { calendarsMails } from '../../src/services/calendars/emails/index.ts';
import { ownMails } from '../../src/services/notifications/emails/index.ts';
import { supportMails } from '../../src/services/support/emails/index.ts';
import { mailsByName, mailsOf, type MailDataOf } from '../../src/services/notifications/index.ts';

export const mails = mailsByName([
  ...identityMails,
  ...contentMails,
  ...ordersMails,
  ...insightsMails,
  ...messagingMails,
  ...billingMails,
  ...auditMails,
  ...privacyMails,
  ...schedulingMails,
  ...calendarsMails,
  ...archiveMails,
  ...backupsMails,
  ...ownMails,
  ...supportMails,
]);

export type MailName = keyof typeof mails;
export type MailData<Name extends MailName> = MailDataOf<(typeof mails)[Name]>;

export const { renewals: mailRenewals, preparations: mailPreparations } = mailsOf(Object.values(mails));
