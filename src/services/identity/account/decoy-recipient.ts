import { decoyAddress } from '../../notifications/index.ts';
import type { User } from '../../../entities/identity/user.entity.ts';

/** Whom a mail about an account goes to. */
export interface MailRecipient extends Pick<User, 'email' | 'firstName' | 'lastName' | 'locale'> {
  /** Null for an address without an account. */
  readonly id: string | null;
}

/**
 * Stands in for an address that must not be written to: the same reads and writes, and a mail that goes nowhere. A caller
 * cannot find out by the time it takes whether there is an account.
 */
export const decoyRecipient: MailRecipient = {
  id: null,
  email: decoyAddress,
  firstName: 'Camille',
  lastName: 'Morel',
  locale: 'fr',
};

/** The id of no row: the same reads and writes find nothing. */
export const absentId = '00000000-0000-7000-8000-000000000000';
