import { defineMail } from '../../notifications/index.ts';
import { sampleForCustomer, variablesForCustomer } from './about-booking.ts';

/** Reminds the customer of an appointment that is near. */
export const bookingReminderMail = defineMail({
  name: 'booking-reminder',
  variables: variablesForCustomer,
  late: ['manageUrl'],
  sample: sampleForCustomer,
});
