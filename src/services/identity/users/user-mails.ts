import type { User } from '../../../entities/identity/user.entity.ts';
import { queueMail } from '../../notifications/index.ts';
import type { Tx } from '../../platform/context.ts';
import { recipientOf } from '../account/account-mails.ts';
import { accountOf } from '../account/account.ts';
import { accountRestored } from '../emails/account-restored.ts';
import { accountSuspended } from '../emails/account-suspended.ts';
import { invitation } from '../emails/invitation.ts';
import { rightsChanged } from '../emails/rights-changed.ts';
import { invitationDays } from './invitation-days.ts';
import { rightsOf, roleOf } from './rights-text.ts';

type Mailing = Tx<'em' | 'now' | 'enqueue' | 'config'>;

/** The link by which somebody invited chooses a password; the secret in it is made when the mail leaves. */
export function mailInvitation(
  tx: Mailing,
  user: User,
  { tokenId, key }: { tokenId: string; key: string },
): Promise<string | undefined> {
  const data = { firstName: user.firstName, role: roleOf(accountOf(user)), expiresInDays: invitationDays, tokenId };
  return queueMail(tx, {
    template: invitation,
    recipient: recipientOf(user),
    locale: user.locale,
    dedupeKey: `invitation:${key}`,
    data,
  });
}

const about = (user: User) => ({ recipient: recipientOf(user), locale: user.locale });
/** One mail for each change: a change raises the version of the person's sessions, or follows one that did. */
const keyOf = (template: string, { id, sessionVersion }: User): string => `${template}:${id}:${sessionVersion}`;

export const mailRightsChanged = (tx: Mailing, user: User): Promise<string | undefined> =>
  queueMail(tx, {
    template: rightsChanged,
    ...about(user),
    dedupeKey: keyOf('rights-changed', user),
    data: { firstName: user.firstName, rights: rightsOf(accountOf(user)), loginUrl: `${tx.config.frontUrl}/login` },
  });

export const mailAccountSuspended = (tx: Mailing, user: User): Promise<string | undefined> =>
  queueMail(tx, {
    template: accountSuspended,
    ...about(user),
    dedupeKey: keyOf('account-suspended', user),
    data: { firstName: user.firstName, contactUrl: `${tx.config.frontUrl}/contact` },
  });

export const mailAccountRestored = (tx: Mailing, user: User): Promise<string | undefined> =>
  queueMail(tx, {
    template: accountRestored,
    ...about(user),
    dedupeKey: keyOf('account-restored', user),
    data: { firstName: user.firstName, loginUrl: `${tx.config.frontUrl}/login` },
  });
