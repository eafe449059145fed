/** Every mail of the house, by name. Part of the composition root: no domain may know all the others. */
import { invoiceIssued } from './services/billing/emails/invoice-issued.ts';
import { activation } from './services/identity/emails/activation.ts';
import { addressKnown } from './services/identity/emails/address-known.ts';
import { passwordChanged } from './services/identity/emails/password-changed.ts';
import { passwordReset } from './services/identity/emails/password-reset.ts';
import { welcome } from './services/identity/emails/welcome.ts';
import { newMessage } from './services/messaging/emails/new-message.ts';
import { correctedFileReady } from './services/orders/emails/corrected-file-ready.ts';
import { orderPaidAdmin } from './services/orders/emails/order-paid-admin.ts';
import { orderPaidCustomer } from './services/orders/emails/order-paid-customer.ts';
import { dataExportReady } from './services/privacy/emails/data-export-ready.ts';
import { erasureReceiptMail } from './services/privacy/emails/erasure-receipt.ts';
import { privacyRequestAnswered } from './services/privacy/emails/privacy-request-answered.ts';
import { prepareActivation, preparePasswordReset } from './services/identity/index.ts';
import { prepareDataExport } from './services/privacy/index.ts';
import type { MailDataOf, MailPreparation, MailRegistry } from './services/notifications/index.ts';

export const mails = {
  activation,
  'address-known': addressKnown,
  welcome,
  'password-reset': passwordReset,
  'password-changed': passwordChanged,
  'order-paid-customer': orderPaidCustomer,
  'order-paid-admin': orderPaidAdmin,
  'corrected-file-ready': correctedFileReady,
  'new-message': newMessage,
  'invoice-issued': invoiceIssued,
  'data-export-ready': dataExportReady,
  'erasure-receipt': erasureReceiptMail,
  'privacy-request-answered': privacyRequestAnswered,
} as const satisfies MailRegistry;

/** Who gives the variables that a mail must not store, just before it is written; one per mail with `late` variables. */
export const mailPreparations: { readonly [Name in keyof typeof mails]?: MailPreparation } = {
  activation: prepareActivation,
  'password-reset': preparePasswordReset,
  'data-export-ready': prepareDataExport,
};

export type MailName = keyof typeof mails;
export type MailData<Name extends MailName> = MailDataOf<(typeof mails)[Name]>;
