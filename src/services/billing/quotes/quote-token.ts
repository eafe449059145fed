import { BillingToken } from '../../../entities/billing/billing-token.entity.ts';
import { Quote } from '../../../entities/billing/quote.entity.ts';
import { DomainError } from '../../kernel/errors.ts';
import { fingerprint } from '../../kernel/ids.ts';
import { subscriberOf } from '../../kernel/network.ts';
import type { AppContext, Db, Tx } from '../../platform/context.ts';
import type { DerivedSecrets } from '../../platform/derived-secrets.ts';

/** A link opens its quote for two years: it shows what was agreed, too. */
const lifeMs = 730 * 24 * 3_600_000;

/** 256 bits, made from the id of the mail that carries it when that leaves; stored nowhere. */
export const quoteSecret = (derived: DerivedSecrets, deliveryId: string): string =>
  derived.of('quote-link', deliveryId);

export interface MailedQuoteToken {
  readonly quoteId: string;
  /** The mail that carries it. */
  readonly deliveryId: string;
  readonly derived: DerivedSecrets;
}

/** From now on whoever holds the secret of this mail may read and answer the quote. */
export function addQuoteToken({ em, now }: Tx<'em' | 'now'>, { quoteId, deliveryId, derived }: MailedQuoteToken): void {
  em.create(BillingToken, {
    purpose: 'ANSWER_QUOTE',
    quote: em.getReference(Quote, quoteId),
    tokenHash: fingerprint(quoteSecret(derived, deliveryId)),
    expiresAt: new Date(now.getTime() + lifeMs),
  });
}

/** Twenty tries in a quarter of an hour and address. */
export const takeTry = ({ limits, actor }: Pick<AppContext, 'limits' | 'actor'>): Promise<void> | void =>
  limits.take('billing-token/address', subscriberOf(actor.address));

/** The one quote that a mailed token opens. Whatever opens nothing is `TOKEN_INVALID`, whether it is over or never was. */
export async function quoteOfToken(
  { db, now }: { readonly db: Db; readonly now: Date },
  token: string,
): Promise<string> {
  const opened = await db
    .selectFrom('billing_token')
    .select('quote_id')
    .where('token_hash', '=', fingerprint(token))
    .where('purpose', '=', 'ANSWER_QUOTE')
    .where('expires_at', '>', now)
    .executeTakeFirst();
  if (!opened?.quote_id) throw new DomainError('TOKEN_INVALID');
  return opened.quote_id;
}
