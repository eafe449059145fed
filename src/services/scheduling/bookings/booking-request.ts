import type { PaymentBy } from '../../kernel/appointments.ts';
import type { Booking } from '../../../entities/scheduling/booking.entity.ts';
import type { Locale } from '../../kernel/locale.ts';
import type { Keyed } from '../../platform/request-keys.ts';
import type { GivenAnswer } from './answers.ts';

import type { SlotWish } from './wanted-slot.ts';

export interface BookingCustomer {
  readonly name: string;
  readonly email: string;
  readonly phone?: string | null;
}

/** What a customer asks for, with an account or without. */
export interface CreateBooking extends Keyed, SlotWish {
  /** Of the slot that was kept while they filled the form in. */
  readonly holdToken?: string | null;
  readonly customer: BookingCustomer;
  readonly notifications?: { readonly email?: boolean | null; readonly sms?: boolean | null } | null;
  /** Of the customer; the artisan's unless said. */
  readonly timeZone?: string | null;
  readonly locale: Locale;
  /** Of an appointment at the customer's. */
  readonly place?: string | null;
  readonly answers?: readonly GivenAnswer[] | null;
  readonly note?: string | null;
  /** The version of the terms that they accepted. */
  readonly termsVersion: string;
  /** How a deposit is paid: in a form of the page that books, or on the provider’s; in a form where the provider has one. */
  readonly paymentBy?: PaymentBy | null;
  /** What else it is than a booking in public, and what it is about: said by this domain alone. */
  readonly about?: Pick<Booking, 'source'> & Partial<Pick<Booking, 'contextType' | 'contextId'>>;
}
