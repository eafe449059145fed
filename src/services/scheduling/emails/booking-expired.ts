import { defineMail, variable } from '../../notifications/index.ts';
import { sampleForCustomer, variablesForCustomer } from './about-booking.ts';

/** Sent to the customer when the deposit was not paid, or the request not answered, in time. */
export const bookingExpiredMail = defineMail({
  name: 'booking-expired',
  variables: {
    ...variablesForCustomer,
    wasRequested: variable.flag,
  },
  late: ['manageUrl'],
  sample: {
    ...sampleForCustomer,
    wasRequested: false,
  },
});
