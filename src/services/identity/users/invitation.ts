import type { User } from '../../../entities/identity/user.entity.ts';
import type { Needs } from '../../platform/scope.ts';
import { issueToken, type FreshToken } from '../one-time-tokens.ts';
import { invitationDays } from './invitation-days.ts';
import { mailInvitation } from './user-mails.ts';

/** Did an admin make this account, and does it still wait for its person? */
export const isInvited = ({ status, invitedAt }: Pick<User, 'status' | 'invitedAt'>): boolean => status === 'PENDING' && invitedAt !== null;

/** Gives somebody a link to accept by; earlier ones are void. */
export async function invite(scope: Needs<'em' | 'now' | 'config' | 'enqueue'>, user: User, { token, isMailAllowed = true }: { token: FreshToken; isMailAllowed?: boolean }): Promise<void> {
  await issueToken(scope, user, { purpose: 'INVITATION', token, minutes: invitationDays * 24 * 60 });
  if (isMailAllowed) await mailInvitation(scope, user, token.id);
}
