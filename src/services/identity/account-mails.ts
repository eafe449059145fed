import type { TokenPurpose } from '../../entities/identity/one-time-token.entity.ts';
import type { User } from '../../entities/identity/user.entity.ts';
import { MailTemplateError, queueMail, type MailPreparation } from '../notifications/index.ts';
import type { Needs } from '../platform/scope.ts';
import { fullName } from './account.ts';
import { activation } from './emails/activation.ts';
import { addressKnown } from './emails/address-known.ts';
import { passwordChanged } from './emails/password-changed.ts';
import { passwordReset } from './emails/password-reset.ts';
import { welcome } from './emails/welcome.ts';
import { mailedSecret, newestToken } from './one-time-tokens.ts';

export type Mailing = Needs<'em' | 'now' | 'enqueue' | 'config'>;

export const recipientOf = (user: User) => ({ userId: user.id, email: user.email, name: fullName(user) });

/** The link that proves an address; the secret in it is made when the mail leaves. */
export const mailActivation = (scope: Mailing, user: User, tokenId: string): Promise<string | undefined> =>
  queueMail(scope, {
    template: activation, recipient: recipientOf(user), locale: user.locale, dedupeKey: `activation:${tokenId}`,
    data: { firstName: user.firstName, expiresInMinutes: scope.config.MAILED_TOKEN_MINUTES },
  });

/** To the owner of an address that somebody tried to register again. */
export const mailAddressKnown = (scope: Mailing, user: User, attemptId: string): Promise<string | undefined> =>
  queueMail(scope, {
    template: addressKnown, recipient: recipientOf(user), locale: user.locale, dedupeKey: `address-known:${attemptId}`,
    data: { firstName: user.firstName, loginUrl: `${scope.config.frontUrl}/login` },
  });

export const mailWelcome = (scope: Mailing, user: User): Promise<string | undefined> =>
  queueMail(scope, {
    template: welcome, recipient: recipientOf(user), locale: user.locale, dedupeKey: `welcome:${user.id}`,
    data: { firstName: user.firstName, accountUrl: scope.config.frontUrl },
  });

/** The link for choosing a new password; the secret in it is made when the mail leaves. */
export const mailPasswordReset = (scope: Mailing, user: User, tokenId: string): Promise<string | undefined> =>
  queueMail(scope, {
    template: passwordReset, recipient: recipientOf(user), locale: user.locale, dedupeKey: `password-reset:${tokenId}`,
    data: { firstName: user.firstName, expiresInMinutes: scope.config.MAILED_TOKEN_MINUTES },
  });

export const mailPasswordChanged = (scope: Mailing, user: User): Promise<string | undefined> =>
  queueMail(scope, {
    template: passwordChanged, recipient: recipientOf(user), locale: user.locale, dedupeKey: `password-changed:${user.id}:${user.passwordVersion}`,
    data: { firstName: user.firstName, resetUrl: `${scope.config.frontUrl}/forgotten-password` },
  });

/**
 * Just before a mail leaves: the link with the person's newest secret for this purpose, which is stored nowhere. Of two
 * mails that cross, both links work.
 */
export const linkOf = async ({ run, config, derived }: Parameters<MailPreparation>[0], link: { userId: string | null; purpose: TokenPurpose; path: string }): Promise<string> => {
  const tokenId = await run(newestToken, { userId: link.userId ?? '', purpose: link.purpose });
  if (tokenId === null) throw new MailTemplateError(link.path, 'nobody waits for it');
  return `${config.frontUrl}/${link.path}?token=${mailedSecret(derived, tokenId)}`;
};

export const prepareActivation: MailPreparation = async (house, { recipientId }) => ({
  activationUrl: await linkOf(house, { userId: recipientId, purpose: 'ACTIVATION', path: 'activate' }),
});

export const prepareInvitation: MailPreparation = async (house, { recipientId }) => ({
  invitationUrl: await linkOf(house, { userId: recipientId, purpose: 'INVITATION', path: 'invitation' }),
});

export const preparePasswordReset: MailPreparation = async (house, { recipientId }) => ({
  resetUrl: await linkOf(house, { userId: recipientId, purpose: 'PASSWORD_RESET', path: 'reset-password' }),
});
