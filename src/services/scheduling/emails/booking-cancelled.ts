import { defineMail, variable } from '../../notifications/index.ts';
import { sampleForCustomer, variablesForCustomer } from './about-booking.ts';

/** Sent to the customer when the booking was cancelled, with the removal of its calendar entry. */
export const bookingCancelledMail = defineMail({
  name: 'booking-cancelled',
  variables: {
    ...variablesForCustomer,
    isByArtisan: variable.flag,
    /** What the artisan says to it; empty for nothing, and for the customer's own. */
    reason: variable.text,
    /** What goes back of the deposit. */
    refund: variable.amount,
    isRefunded: variable.flag,
    /** What of the deposit is kept. */
    kept: variable.amount,
    isKept: variable.flag,
  },
  late: ['manageUrl'],
  sample: {
    ...sampleForCustomer,
    isByArtisan: true,
    reason: 'Je suis souffrant et ne pourrai pas vous recevoir.',
    refund: { amount: 1_500, currency: 'EUR' },
    isRefunded: true,
    kept: { amount: 1_500, currency: 'EUR' },
    isKept: true,
  },
});
