import { DomainError } from '../../kernel/errors.ts';
import { transition } from '../../kernel/states.ts';
import type { Operation, UseCase } from '../../platform/context.ts';
import { mailWelcome } from '../account/account-mails.ts';
import { accountOf, type Account } from '../account/account.ts';
import { requireConsents, storeConsents, type GivenConsent } from '../account/consents.ts';
import { userActivated } from '../events.ts';
import { ownerOfToken, redeemToken } from '../one-time-tokens.ts';
import { requireGoodPassword } from '../password/password.policy.ts';
import { dropRegistrations } from '../account/registrations/drop-registrations.ts';
import { userStates } from '../account/user.states.ts';

export interface Acceptance {
  readonly token: string;
  readonly password: string;
  readonly consents: readonly GivenConsent[];
}

/**
 * Somebody invited comes in: the link proves their address, the password is theirs alone, and they consent themself.
 * Errors: TOKEN_INVALID, CONSENT_REQUIRED, PASSWORD_TOO_WEAK.
 */
export const acceptInvitation: Operation<'run' | 'passwords' | 'config', Acceptance, Account> = async (
  { run, passwords, config },
  { token, password, consents },
) => {
  const owner = await run(ownerOfToken, { token, purpose: 'INVITATION' });
  if (owner === null) throw new DomainError('TOKEN_INVALID');
  requireConsents(consents);
  requireGoodPassword(password, { ...owner, brand: config.FROM_NAME });
  const passwordHash = await passwords.hash(password);
  return run(openInvited, { token, passwordHash, consents });
};

type Opening = Omit<Acceptance, 'password'> & { readonly passwordHash: string };
type Needed = 'em' | 'actor' | 'now' | 'config' | 'emit' | 'enqueue' | 'record';

const openInvited: UseCase<Needed, Opening, Account> = async (tx, { token, passwordHash, consents }) => {
  const user = await redeemToken(tx, token, 'INVITATION');
  if (user.status !== 'PENDING') throw new DomainError('TOKEN_INVALID');
  transition(userStates, user, 'activate');
  Object.assign(user, { passwordHash, passwordVersion: user.passwordVersion + 1, activatedAt: tx.now });
  storeConsents(tx, user, consents);
  await dropRegistrations(tx, user.email);
  tx.record({ action: 'USER_ACTIVATED', targetType: 'user', targetId: user.id, payload: { isInvited: true } });
  tx.emit(userActivated, { userId: user.id });
  await mailWelcome(tx, user);
  return accountOf(user);
};
