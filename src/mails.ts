/** Every mail of the house, by name. Part of the composition root: no domain may know all the others. */
import { auditAlert } from './services/audit/emails/audit-alert.ts';
import { auditCheckpoint } from './services/audit/emails/journal-checkpoint.ts';
import { invoiceIssued } from './services/billing/emails/invoice-issued.ts';
import { accountRestored } from './services/identity/emails/account-restored.ts';
import { accountSuspended } from './services/identity/emails/account-suspended.ts';
import { activation } from './services/identity/emails/activation.ts';
import { activationChoice } from './services/identity/emails/activation-choice.ts';
import { addressKnown } from './services/identity/emails/address-known.ts';
import { invitation } from './services/identity/emails/invitation.ts';
import { passwordChanged } from './services/identity/emails/password-changed.ts';
import { passwordReset } from './services/identity/emails/password-reset.ts';
import { identityProof } from './services/identity/emails/identity-proof.ts';
import { signInMethodAdded } from './services/identity/emails/sign-in-method-added.ts';
import { signInMethodRemoved } from './services/identity/emails/sign-in-method-removed.ts';
import { rightsChanged } from './services/identity/emails/rights-changed.ts';
import { emailChange } from './services/identity/emails/email-change.ts';
import { emailChanged } from './services/identity/emails/email-changed.ts';
import { sessionReplayed } from './services/identity/emails/session-replayed.ts';
import { twoFactorChanged } from './services/identity/emails/two-factor-changed.ts';
import { twoFactorCode } from './services/identity/emails/two-factor-code.ts';
import { welcome } from './services/identity/emails/welcome.ts';
import { newMessage } from './services/messaging/emails/new-message.ts';
import { correctedFileReady } from './services/orders/emails/corrected-file-ready.ts';
import { orderPaidAdmin } from './services/orders/emails/order-paid-admin.ts';
import { orderPaidCustomer } from './services/orders/emails/order-paid-customer.ts';
import {
  prepareActivation,
  prepareActivationChoice,
  prepareEmailChange,
  prepareEmailChanged,
  prepareIdentityProof,
  prepareInvitation,
  preparePasswordReset,
  prepareTwoFactorCode,
  renewEmailChange,
  renewInvitation,
  renewPasswordReset,
  renewTwoFactorCode,
} from './services/identity/index.ts';
import { customerDataAccount } from './services/privacy/emails/customer-data-account.ts';
import { customerDataProof } from './services/privacy/emails/customer-data-proof.ts';
import { dataExportReady } from './services/privacy/emails/data-export-ready.ts';
import { erasureReceiptMail } from './services/privacy/emails/erasure-receipt.ts';
import { privacyRequestAnswered } from './services/privacy/emails/privacy-request-answered.ts';
import { privacyRequestExtended } from './services/privacy/emails/privacy-request-extended.ts';
import { prepareAddressProof, prepareDataExport, renewAddressProof } from './services/privacy/index.ts';
import type { MailDataOf, MailPreparation, MailRegistry, MailRenewal } from './services/notifications/index.ts';

export const mails = {
  activation,
  'activation-choice': activationChoice,
  'address-known': addressKnown,
  welcome,
  'password-reset': passwordReset,
  'password-changed': passwordChanged,
  'identity-proof': identityProof,
  'sign-in-method-added': signInMethodAdded,
  'sign-in-method-removed': signInMethodRemoved,
  'email-change': emailChange,
  'email-changed': emailChanged,
  'session-replayed': sessionReplayed,
  'two-factor-code': twoFactorCode,
  'two-factor-changed': twoFactorChanged,
  'order-paid-customer': orderPaidCustomer,
  'order-paid-admin': orderPaidAdmin,
  'corrected-file-ready': correctedFileReady,
  'new-message': newMessage,
  'invoice-issued': invoiceIssued,
  invitation,
  'rights-changed': rightsChanged,
  'account-suspended': accountSuspended,
  'account-restored': accountRestored,
  'audit-alert': auditAlert,
  'journal-checkpoint': auditCheckpoint,
  'customer-data-proof': customerDataProof,
  'customer-data-account': customerDataAccount,
  'data-export-ready': dataExportReady,
  'erasure-receipt': erasureReceiptMail,
  'privacy-request-answered': privacyRequestAnswered,
  'privacy-request-extended': privacyRequestExtended,
} as const satisfies MailRegistry;

/** Who gives the variables that a mail must not store, just before it is written; one per mail with `late` variables. */
export const mailPreparations: { readonly [Name in keyof typeof mails]?: MailPreparation } = {
  activation: prepareActivation,
  'activation-choice': prepareActivationChoice,
  'password-reset': preparePasswordReset,
  'identity-proof': prepareIdentityProof,
  invitation: prepareInvitation,
  'email-change': prepareEmailChange,
  'email-changed': prepareEmailChanged,
  'two-factor-code': prepareTwoFactorCode,
  'customer-data-proof': prepareAddressProof,
  'data-export-ready': prepareDataExport,
};

/** Who makes a new code or link when nobody knows whether its mail left; one per mail that is renewed in doubt. */
export const mailRenewals: { readonly [Name in keyof typeof mails]?: MailRenewal } = {
  'password-reset': renewPasswordReset,
  invitation: renewInvitation,
  'email-change': renewEmailChange,
  'two-factor-code': renewTwoFactorCode,
  'customer-data-proof': renewAddressProof,
};

export type MailName = keyof typeof mails;
export type MailData<Name extends MailName> = MailDataOf<(typeof mails)[Name]>;
