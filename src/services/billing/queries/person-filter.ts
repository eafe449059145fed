import { normalEmail } from '../../identity/index.ts';

/** A list of payments or documents is narrowed to a user, or to a person without an account by their address. */
export interface PersonFilter {
  readonly personId?: string | null | undefined;
  readonly personEmail?: string | null | undefined;
}

/** The address as it is stored. */
export const withStoredEmail = <F extends PersonFilter>(filter: F): F =>
  filter.personEmail ? { ...filter, personEmail: normalEmail(filter.personEmail) } : filter;
