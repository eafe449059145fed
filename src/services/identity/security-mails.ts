import type { ChallengePurpose } from '../../entities/identity/two-factor-challenge.entity.ts';
import type { TwoFactorMethod } from '../../entities/identity/two-factor.entity.ts';
import type { Session } from '../../entities/identity/session.entity.ts';
import type { User } from '../../entities/identity/user.entity.ts';
import { deviceName } from '../kernel/device-name.ts';
import type { Locale } from '../kernel/locale.ts';
import { networkOf } from '../kernel/network.ts';
import { MailTemplateError, queueMail, type PreparationOf } from '../notifications/index.ts';
import type { Tx } from '../platform/context.ts';
import type { MailRecipient } from './account/decoy-recipient.ts';
import { linkOf, recipientOf, type Mailing } from './account/account-mails.ts';
import { emailChange } from './emails/email-change.ts';
import { emailChanged } from './emails/email-changed.ts';
import { sessionReplayed } from './emails/session-replayed.ts';
import { twoFactorChanged } from './emails/two-factor-changed.ts';
import { twoFactorCode } from './emails/two-factor-code.ts';
import { codeMinutes, codeOf, type CodeNumber } from './second-factor/two-factor-code.ts';

/** The code of a challenge; it is made when the mail leaves. What it is made from is stored with the mail, beside its words. */
export function mailTwoFactorCode(
  tx: Mailing,
  user: MailRecipient,
  { challengeId, codeNumber, purpose }: CodeNumber & { purpose: ChallengePurpose },
): Promise<string | undefined> {
  const data = {
    firstName: user.firstName,
    purpose: purposeNames[user.locale as Locale][purpose],
    expiresInMinutes: codeMinutes,
    resetUrl: `${tx.config.frontUrl}/forgotten-password`,
    challengeId,
    codeNumber,
  };
  return queueMail(tx, {
    template: twoFactorCode,
    recipient: recipientOf(user),
    locale: user.locale,
    dedupeKey: `two-factor-code:${challengeId}:${codeNumber}`,
    data,
  });
}

export const prepareTwoFactorCode: PreparationOf<typeof twoFactorCode> = async (
  { derived },
  { data: { challengeId, codeNumber } },
) => {
  if (typeof challengeId !== 'string' || typeof codeNumber !== 'number')
    throw new MailTemplateError('two-factor-code', 'the challenge is not named');
  return { code: codeOf(derived, { challengeId, codeNumber }) };
};

/** After “the code with which to”. */
const purposeNames: Readonly<Record<Locale, Readonly<Record<ChallengePurpose, string>>>> = {
  fr: {
    LOGIN: 'vous connecter',
    STEP_UP: 'confirmer une action sensible',
    ERASURE: 'effacer votre compte pour toujours',
    SETUP: 'ajouter cette vérification à votre compte',
  },
  en: {
    LOGIN: 'sign in',
    STEP_UP: 'confirm a sensitive action',
    ERASURE: 'erase your account for good',
    SETUP: 'add this verification to your account',
  },
};

/** Notifies the owner that a second factor came or went. */
export const mailTwoFactorChanged = (
  tx: Mailing,
  user: User,
  { method, isEnabled, eventId }: { method: TwoFactorMethod; isEnabled: boolean; eventId: string },
): Promise<string | undefined> =>
  queueMail(tx, {
    template: twoFactorChanged,
    recipient: recipientOf(user),
    locale: user.locale,
    dedupeKey: `two-factor-changed:${eventId}:${isEnabled}`,
    data: {
      firstName: user.firstName,
      method: methodNames[user.locale as Locale][method],
      isEnabled,
      securityUrl: `${tx.config.frontUrl}/compte/securite`,
    },
  });

const methodNames: Readonly<Record<Locale, Readonly<Record<TwoFactorMethod, string>>>> = {
  fr: { TOTP: 'application d’authentification', EMAIL_OTP: 'code par e-mail', SMS_OTP: 'code par SMS' },
  en: { TOTP: 'authenticator app', EMAIL_OTP: 'code by e-mail', SMS_OTP: 'code by SMS' },
};

const unknownWords: Readonly<Record<Locale, string>> = { fr: 'inconnu', en: 'unknown' };

/** Notifies the owner of a session that one of its old tokens was shown again, and that it was ended: once a session. */
export function mailSessionReplayed(
  tx: Mailing & Tx<'actor'>,
  user: User,
  session: Pick<Session, 'id' | 'agent' | 'address'>,
): Promise<string | undefined> {
  const unknown = unknownWords[user.locale as Locale];
  return queueMail(tx, {
    template: sessionReplayed,
    recipient: recipientOf(user),
    locale: user.locale,
    dedupeKey: `session-replayed:${session.id}`,
    data: {
      firstName: user.firstName,
      at: tx.now.toISOString(),
      device: deviceName(session.agent) ?? unknown,
      place: session.address ?? unknown,
      shownFrom: networkOf(tx.actor.address) ?? unknown,
      resetUrl: `${tx.config.frontUrl}/forgotten-password`,
      sessionsUrl: `${tx.config.frontUrl}/compte/securite`,
    },
  });
}

/** The link that proves a new address, sent to it; the secret in it is made when the mail leaves. */
export function mailEmailChange(
  tx: Mailing,
  user: MailRecipient,
  { tokenId, email }: { tokenId: string; email: string },
): Promise<string | undefined> {
  const data = { firstName: user.firstName, expiresInMinutes: tx.config.MAILED_TOKEN_MINUTES, tokenId };
  return queueMail(tx, {
    template: emailChange,
    recipient: { ...recipientOf(user), email },
    locale: user.locale,
    dedupeKey: `email-change:${tokenId}`,
    data,
  });
}

/** Notifies the old address that it was replaced, with a link that undoes the change. */
export const mailEmailChanged = (
  tx: Mailing,
  user: User,
  { tokenId, oldEmail }: { tokenId: string; oldEmail: string },
): Promise<string | undefined> => {
  const data = { firstName: user.firstName, tokenId };
  return queueMail(tx, {
    template: emailChanged,
    recipient: { ...recipientOf(user), email: oldEmail },
    locale: user.locale,
    dedupeKey: `email-changed:${tokenId}`,
    data,
  });
};

export const prepareEmailChange: PreparationOf<typeof emailChange> = async (ctx, delivery) => ({
  confirmUrl: await linkOf(ctx, delivery, { purpose: 'EMAIL_CHANGE', path: 'confirm-email' }),
});

export const prepareEmailChanged: PreparationOf<typeof emailChanged> = async (ctx, delivery) => ({
  undoUrl: await linkOf(ctx, delivery, { purpose: 'EMAIL_UNDO', path: 'undo-email' }),
});
