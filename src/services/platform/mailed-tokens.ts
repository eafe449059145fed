import { subscriberOf } from '../kernel/network.ts';
import type { AppContext } from './context.ts';
import type { DerivedSecrets } from './derived-secrets.ts';

/** Tokens that open something without an account: mailed, made again when a mail leaves, and stored as a fingerprint only. */

/** A row that such a token opens. Raising its number voids the token before. */
export interface OpenedByToken {
  readonly id: string;
  readonly tokenNumber: number;
}

/** The present token of a row, 256 bits: made from its id and the number of the token, and stored nowhere. */
export const numberedSecret = (derived: DerivedSecrets, purpose: string, row: OpenedByToken): string =>
  derived.of(purpose, row.id, String(row.tokenNumber));

/** Sixty tries in a quarter of an hour and address. */
export const takeTokenTry = ({ limits, actor }: Pick<AppContext, 'limits' | 'actor'>): Promise<void> | void =>
  limits.take('guest-token/address', subscriberOf(actor.address));
