import type { Locale } from './locale.ts';
import type { PostalAddress } from './postal-address.ts';

/** Somebody who pays without an account, as they said who they are. */
export interface PersonWithoutAccount {
  /** First and last name, at most 255 characters. */
  readonly name: string;
  /** Empty once they were erased. */
  readonly email: string;
  readonly address?: PostalAddress | undefined;
  readonly locale: Locale;
}

/** Who pays: a user, or a person without an account. */
export type Payer = { readonly userId: string } | PersonWithoutAccount;

export const isUser = (payer: Payer): payer is { readonly userId: string } => 'userId' in payer;
