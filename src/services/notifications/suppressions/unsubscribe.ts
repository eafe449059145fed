import { EmailDelivery } from '../../../entities/notifications/email-delivery.entity.ts';
import { DomainError } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import type { MailWish } from '../../kernel/mail-wishes.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import { suppress } from './suppress.ts';
import { readUnsubscribeToken, type Unsubscribing } from './unsubscribe-link.ts';

/** What the link in a mail would end. TOKEN_INVALID for a link that is none of ours. */
export function unsubscribingOf(
  { derived }: Pick<AppContext, 'derived'>,
  { token }: { readonly token: string },
): Unsubscribing {
  const what = readUnsubscribeToken(derived, token);
  if (what === undefined) throw new DomainError('TOKEN_INVALID');
  return what;
}

/** Whoever got a mail wants no more of its kind: once is enough, and twice is the same. */
export async function unsubscribe(
  ctx: Pick<AppContext, 'derived' | 'run'>,
  input: { readonly token: string },
): Promise<MailWish> {
  const what = unsubscribingOf(ctx, input);
  await ctx.run(endKind, what);
  return what.wish;
}

async function endKind(
  tx: Tx<'em' | 'now' | 'emit' | 'record'>,
  { deliveryId, wish, addressHash }: Unsubscribing,
): Promise<void> {
  // The mail may be forgotten by now; its link still works.
  const delivery = isId(deliveryId) ? await tx.em.findOne(EmailDelivery, deliveryId) : null;
  await suppress(tx, {
    addressHash,
    address: delivery?.toEmail ?? null,
    scope: wish,
    reason: 'UNSUBSCRIBE',
    source: 'LINK',
    since: tx.now,
  });
}
