import { DomainError } from '../../kernel/errors.ts';
import { fingerprint } from '../../kernel/ids.ts';
import type { RateLimits } from '../../platform/rate-limits.ts';

/** May this address be written to once more about its account? Silent: beyond the limit the answer stays the same. */
export async function mayMailAccount(limits: Pick<RateLimits, 'take'>, email: string): Promise<boolean> {
  try {
    await limits.take('account-mail/account', fingerprint(email));
    return true;
  } catch (error) {
    if (error instanceof DomainError && error.code === 'RATE_LIMITED') return false;
    throw error;
  }
}
