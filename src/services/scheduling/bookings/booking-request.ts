import type { Locale } from '../../kernel/locale.ts';
import type { Keyed } from '../../platform/request-keys.ts';
import type { GivenAnswer } from './answers.ts';

export interface BookingCustomer {
  readonly name: string;
  readonly email: string;
  readonly phone?: string | null;
}

/** What a customer asks for, with an account or without. */
export interface CreateBooking extends Keyed {
  readonly offeringId: string;
  /** Whom it is with; any artisan of an offering that leaves it open. */
  readonly artisanId?: string | null;
  readonly startsAt: Date;
  readonly customer: BookingCustomer;
  readonly notifications?: { readonly email?: boolean | null; readonly sms?: boolean | null } | null;
  /** Of the customer; the artisan's unless said. */
  readonly timeZone?: string | null;
  readonly locale: Locale;
  readonly partySize?: number | null;
  /** Of an appointment at the customer's. */
  readonly place?: string | null;
  readonly answers?: readonly GivenAnswer[] | null;
  readonly note?: string | null;
  /** The version of the terms that they accepted. */
  readonly termsVersion: string;
}
