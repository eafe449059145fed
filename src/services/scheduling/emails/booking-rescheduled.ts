import { defineMail, variable } from '../../notifications/index.ts';
import { sampleForCustomer, variablesForCustomer } from './about-booking.ts';

/** Sent to the customer when the booking was moved, with its calendar entry. */
export const bookingRescheduledMail = defineMail({
  name: 'booking-rescheduled',
  variables: {
    ...variablesForCustomer,
    /** When it was. */
    before: variable.instant,
    /** Is it of another offering from now on, at this price? */
    isOtherOffering: variable.flag,
    price: variable.amount,
    /** What the artisan says to it; empty for nothing. */
    message: variable.text,
  },
  late: ['manageUrl'],
  sample: {
    ...sampleForCustomer,
    before: '2027-01-11T08:00:00.000Z',
    isOtherOffering: false,
    price: { amount: 6_000, currency: 'EUR' },
    message: 'Merci de votre compréhension.',
  },
});
