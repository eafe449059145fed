/** The mails of this domain. */
import { implementMail, type ListedMail } from '../../notifications/index.ts';
import { prepareActivation, prepareInvitation, preparePasswordReset } from '../account/account-mails.ts';
import { prepareActivationReminder } from '../account/remind-activation.ts';
import { prepareActivationChoice } from '../account/registrations/mail-links.ts';
import { renewEmailChange, renewInvitation, renewPasswordReset, renewTwoFactorCode } from '../renew-mails.ts';
import { prepareEmailChange, prepareEmailChanged, prepareTwoFactorCode } from '../security-mails.ts';
import { prepareIdentityProof } from '../sso/mail-identity-proof.ts';
import { accountRestored } from './account-restored.ts';
import { accountSuspended } from './account-suspended.ts';
import { activationChoice } from './activation-choice.ts';
import { activationReminder } from './activation-reminder.ts';
import { activation } from './activation.ts';
import { addressKnown } from './address-known.ts';
import { emailChange } from './email-change.ts';
import { emailChanged } from './email-changed.ts';
import { identityProof } from './identity-proof.ts';
import { invitation } from './invitation.ts';
import { passwordChanged } from './password-changed.ts';
import { passwordReset } from './password-reset.ts';
import { rightsChanged } from './rights-changed.ts';
import { sessionReplayed } from './session-replayed.ts';
import { signInMethodAdded } from './sign-in-method-added.ts';
import { signInMethodRemoved } from './sign-in-method-removed.ts';
import { twoFactorChanged } from './two-factor-changed.ts';
import { twoFactorCode } from './two-factor-code.ts';
import { welcome } from './welcome.ts';

export const identityMails = [
  accountRestored,
  accountSuspended,
  implementMail(activationChoice, { prepare: prepareActivationChoice }),
  implementMail(activation, { prepare: prepareActivation }),
  implementMail(activationReminder, { prepare: prepareActivationReminder }),
  addressKnown,
  implementMail(emailChange, { prepare: prepareEmailChange, renew: renewEmailChange }),
  implementMail(emailChanged, { prepare: prepareEmailChanged }),
  implementMail(identityProof, { prepare: prepareIdentityProof }),
  implementMail(invitation, { prepare: prepareInvitation, renew: renewInvitation }),
  passwordChanged,
  implementMail(passwordReset, { prepare: preparePasswordReset, renew: renewPasswordReset }),
  rightsChanged,
  sessionReplayed,
  signInMethodAdded,
  signInMethodRemoved,
  twoFactorChanged,
  implementMail(twoFactorCode, { prepare: prepareTwoFactorCode, renew: renewTwoFactorCode }),
  welcome,
] as const satisfies readonly ListedMail[];
