import { defineMail, variable } from '../../notifications/index.ts';
import { sampleForCustomer, variablesForCustomer } from './about-booking.ts';

/** Sent to the customer when the booking stands, with its calendar entry. */
export const bookingConfirmedMail = defineMail({
  name: 'booking-confirmed',
  variables: {
    ...variablesForCustomer,
    price: variable.amount,
    /** What was paid of it. */
    deposit: variable.amount,
    hasDeposit: variable.flag,
  },
  late: ['manageUrl'],
  sample: {
    ...sampleForCustomer,
    price: { amount: 9_000, currency: 'EUR' },
    deposit: { amount: 3_000, currency: 'EUR' },
    hasDeposit: true,
  },
});
