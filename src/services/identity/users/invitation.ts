import type { OneTimeToken } from '../../../entities/identity/one-time-token.entity.ts';
import type { User } from '../../../entities/identity/user.entity.ts';
import type { Tx } from '../../platform/context.ts';
import { issueToken, type FreshToken } from '../one-time-tokens.ts';
import { invitationDays } from './invitation-days.ts';
import { mailInvitation } from './user-mails.ts';

type Inviting = Tx<'em' | 'now' | 'config' | 'enqueue'>;

/** Did an admin make this account, and does it still wait for its person? */
export const isInvited = ({ status, invitedAt }: Pick<User, 'status' | 'invitedAt'>): boolean =>
  status === 'PENDING' && invitedAt !== null;

const minutes = invitationDays * 24 * 60;

/** Gives somebody a link to accept by. */
export async function invite(tx: Inviting, user: User, { token }: { token: FreshToken }): Promise<void> {
  await issueToken(tx, user, { purpose: 'INVITATION', token, minutes });
  await mailInvitation(tx, user, { tokenId: token.id, key: token.id });
}

/** Mails somebody their link again, good for a week from now on. It is the link they were mailed before: a request by somebody else does not void it. */
export async function inviteAgain(
  tx: Inviting,
  user: User,
  { newest, token, isMailAllowed = true }: { newest: OneTimeToken | null; token: FreshToken; isMailAllowed?: boolean },
): Promise<void> {
  if (newest === null) await issueToken(tx, user, { purpose: 'INVITATION', token, minutes });
  else newest.expiresAt = new Date(tx.now.getTime() + minutes * 60_000);
  if (isMailAllowed) await mailInvitation(tx, user, { tokenId: newest?.id ?? token.id, key: token.id });
}
