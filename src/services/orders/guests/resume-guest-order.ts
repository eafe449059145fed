import type { Operation, Tx } from '../../platform/context.ts';
import { DomainError } from '../../kernel/errors.ts';
import { fingerprint } from '../../kernel/ids.ts';
import type { DerivedSecrets } from '../../platform/derived-secrets.ts';
import { openByToken, resumeSecret, takeTry } from './guest-order-token.ts';
import type { StartedGuestOrder } from './start-guest-order.ts';

/**
 * The link of a mail was followed, on whatever device: answers a new token, and the one before is void. Errors:
 * TOKEN_INVALID, GUEST_ORDER_EXPIRED, ACTION_NOT_ALLOWED once it is paid.
 */
export const resumeGuestOrder: Operation<
  'run' | 'limits' | 'actor' | 'derived',
  { readonly token: string },
  StartedGuestOrder
> = async (ctx, { token }) => {
  await takeTry(ctx);
  return ctx.run(resume, { token, derived: ctx.derived });
};

async function resume(
  tx: Tx<'em' | 'now' | 'record'>,
  { token, derived }: { readonly token: string; readonly derived: DerivedSecrets },
): Promise<StartedGuestOrder> {
  const guest = await openByToken(tx, token);
  if (guest.status === 'COMPLETED')
    throw new DomainError('ACTION_NOT_ALLOWED', { action: 'resume', status: guest.status });
  guest.tokenNumber += 1;
  const resumeToken = resumeSecret(derived, guest);
  guest.resumeTokenHash = fingerprint(resumeToken);
  tx.record({
    action: 'GUEST_ORDER_CHANGED',
    targetType: 'command',
    targetId: guest.id,
    payload: { verb: 'resume', tokenNumber: guest.tokenNumber },
  });
  return { guestOrderId: guest.id, resumeToken };
}
