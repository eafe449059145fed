import { defineMail, variable } from '../../notifications/index.ts';
import { sampleForCustomer, variablesForCustomer } from './about-booking.ts';

/** Sent to the customer whose deposit came after the time was given to somebody else. */
export const bookingLatePaymentRefundedMail = defineMail({
  name: 'booking-late-payment-refunded',
  variables: {
    ...variablesForCustomer,
    refund: variable.amount,
    /** Free times. */
    alternatives: variable.list({ startsAt: variable.instant }),
  },
  late: ['manageUrl'],
  sample: {
    ...sampleForCustomer,
    refund: { amount: 3_000, currency: 'EUR' },
    alternatives: [{ startsAt: '2027-01-13T09:00:00.000Z' }],
  },
});
