/** Every mail of the application, by name. Part of the composition root: no domain may know all the others. */
import { auditMails } from './services/audit/emails/index.ts';
import { billingMails } from './services/billing/emails/index.ts';
import { identityMails } from './services/identity/emails/index.ts';
import { messagingMails } from './services/messaging/emails/index.ts';
import { ordersMails } from './services/orders/emails/index.ts';
import { privacyMails } from './services/privacy/emails/index.ts';
import {
  mailsByName,
  type ListedMail,
  type MailDataOf,
  type MailPreparation,
  type MailRenewal,
} from './services/notifications/index.ts';

export const mails = mailsByName([
  ...identityMails,
  ...ordersMails,
  ...messagingMails,
  ...billingMails,
  ...auditMails,
  ...privacyMails,
]);

export type MailName = keyof typeof mails;
export type MailData<Name extends MailName> = MailDataOf<(typeof mails)[Name]>;

const listed: readonly ListedMail[] = Object.values(mails);

/** What gives the variables that a mail must not store, just before it is written; one per mail with `late` variables. */
export const mailPreparations: { readonly [Name in MailName]?: MailPreparation } = Object.fromEntries(
  listed.flatMap((mail) => ('prepare' in mail ? [[mail.name, mail.prepare]] : [])),
);

/** What makes a new code or link when nobody knows whether its mail was sent; one per mail that is renewed in doubt. */
export const mailRenewals: { readonly [Name in MailName]?: MailRenewal } = Object.fromEntries(
  listed.flatMap((mail) => ('renew' in mail && mail.renew !== undefined ? [[mail.name, mail.renew]] : [])),
);
