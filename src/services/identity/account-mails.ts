import type { TokenPurpose } from '../../entities/identity/one-time-token.entity.ts';
import type { User } from '../../entities/identity/user.entity.ts';
import { MailTemplateError, queueMail, type MailPreparation, type PreparationOf } from '../notifications/index.ts';
import type { Tx } from '../platform/context.ts';
import { fullName } from './account.ts';
import { activation } from './emails/activation.ts';
import { addressKnown } from './emails/address-known.ts';
import type { invitation } from './emails/invitation.ts';
import { passwordChanged } from './emails/password-changed.ts';
import { passwordReset } from './emails/password-reset.ts';
import { welcome } from './emails/welcome.ts';
import { nobody, type Mailed } from './nobody.ts';
import { mailedSecret, newestToken } from './one-time-tokens.ts';
import { registrationSecret } from './registrations/registration-token.ts';

export type Mailing = Tx<'em' | 'now' | 'enqueue' | 'config'>;

export const recipientOf = (user: Mailed) => ({ userId: user.id, email: user.email, name: fullName(user) });

/** The link that proves an address; the secret in it is made when the mail leaves. */
export function mailActivation(
  tx: Mailing,
  user: Mailed,
  { key, registrationId, tokenId }: { key: string; registrationId?: string; tokenId?: string },
): Promise<string | undefined> {
  const data = {
    firstName: user.firstName,
    expiresInMinutes: tx.config.MAILED_TOKEN_MINUTES,
    registrationId,
    tokenId,
  };
  return queueMail(tx, {
    template: activation,
    recipient: recipientOf(user),
    locale: user.locale,
    dedupeKey: `activation:${key}`,
    data,
  });
}

/** To the owner of an address that somebody tried to register again. */
export const mailAddressKnown = (tx: Mailing, user: Mailed, attemptId: string): Promise<string | undefined> =>
  queueMail(tx, {
    template: addressKnown,
    recipient: recipientOf(user),
    locale: user.locale,
    dedupeKey: `address-known:${attemptId}`,
    data: { firstName: user.firstName, loginUrl: `${tx.config.frontUrl}/login` },
  });

export const mailWelcome = (tx: Mailing, user: User): Promise<string | undefined> =>
  queueMail(tx, {
    template: welcome,
    recipient: recipientOf(user),
    locale: user.locale,
    dedupeKey: `welcome:${user.id}`,
    data: { firstName: user.firstName, accountUrl: tx.config.frontUrl },
  });

/** The link for choosing a new password; the secret in it is made when the mail leaves. */
export function mailPasswordReset(tx: Mailing, user: Mailed, tokenId: string): Promise<string | undefined> {
  const data = { firstName: user.firstName, expiresInMinutes: tx.config.MAILED_TOKEN_MINUTES, tokenId };
  return queueMail(tx, {
    template: passwordReset,
    recipient: recipientOf(user),
    locale: user.locale,
    dedupeKey: `password-reset:${tokenId}`,
    data,
  });
}

export const mailPasswordChanged = (tx: Mailing, user: User): Promise<string | undefined> =>
  queueMail(tx, {
    template: passwordChanged,
    recipient: recipientOf(user),
    locale: user.locale,
    dedupeKey: `password-changed:${user.id}:${user.passwordVersion}`,
    data: { firstName: user.firstName, resetUrl: `${tx.config.frontUrl}/forgotten-password` },
  });

interface Link {
  readonly purpose: TokenPurpose;
  readonly path: string;
}

/**
 * Just before a mail leaves: the link with the secret that it was queued for, which is stored nowhere. A mail that was
 * queued before it named its token has the newest one of its person.
 */
export const linkOf = async (
  { run, config, derived }: Parameters<MailPreparation>[0],
  { recipientId, data }: Parameters<MailPreparation>[1],
  { purpose, path }: Link,
): Promise<string> => {
  const named = data['tokenId'];
  const tokenId = typeof named === 'string' ? named : await run(newestToken, { userId: recipientId ?? '', purpose });
  if (tokenId === null) throw new MailTemplateError(path, 'nobody waits for it');
  return `${config.frontUrl}/${path}?token=${mailedSecret(derived, tokenId)}`;
};

export const prepareActivation: PreparationOf<typeof activation> = async (ctx, delivery) => {
  const { registrationId } = delivery.data;
  // What goes nowhere leads nowhere.
  const leading =
    typeof registrationId === 'string'
      ? registrationId
      : delivery.toEmail === nobody.email
        ? delivery.deliveryId
        : undefined;
  if (leading === undefined)
    return { activationUrl: await linkOf(ctx, delivery, { purpose: 'ACTIVATION', path: 'activate' }) };
  return { activationUrl: `${ctx.config.frontUrl}/activate?token=${registrationSecret(ctx.derived, leading)}` };
};

export const prepareInvitation: PreparationOf<typeof invitation> = async (ctx, delivery) => ({
  invitationUrl: await linkOf(ctx, delivery, { purpose: 'INVITATION', path: 'invitation' }),
});

export const preparePasswordReset: PreparationOf<typeof passwordReset> = async (ctx, delivery) => ({
  resetUrl: await linkOf(ctx, delivery, { purpose: 'PASSWORD_RESET', path: 'reset-password' }),
});
