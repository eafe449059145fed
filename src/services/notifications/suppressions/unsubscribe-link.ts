import { mailWishes, type MailWish } from '../../kernel/mail-wishes.ts';
import { safeEqual } from '../../kernel/safe-equal.ts';
import type { DerivedSecrets } from '../../platform/derived-secrets.ts';

/** What the link at the end of a mail ends: mails of a kind to an address. */
export interface Unsubscribing {
  readonly deliveryId: string;
  readonly wish: MailWish;
  readonly addressHash: string;
}

export const unsubscribePath = '/unsubscribe/';

const signatureOf = (derived: DerivedSecrets, { deliveryId, wish, addressHash }: Unsubscribing): string =>
  derived.of('unsubscribe', deliveryId, wish, addressHash);

/**
 * A link of its own for each mail. It holds all that it does, signed: it works for as long as the mail is kept by whoever got it, and
 * says nothing of who that is.
 */
export const unsubscribeLink = (derived: DerivedSecrets, publicUrl: string, what: Unsubscribing): string =>
  `${publicUrl}${unsubscribePath}${[what.wish, what.deliveryId, what.addressHash, signatureOf(derived, what)].join('/')}`;

/** What a link ends; undefined when nobody here has made it. */
export function readUnsubscribeToken(derived: DerivedSecrets, token: string): Unsubscribing | undefined {
  const [wish, deliveryId = '', addressHash = '', signature = '', ...rest] = token.split('/');
  const known = mailWishes.find((name) => name === wish);
  if (known === undefined || rest.length > 0) return undefined;
  const what = { wish: known, deliveryId, addressHash };
  return safeEqual(signature, signatureOf(derived, what)) ? what : undefined;
}
