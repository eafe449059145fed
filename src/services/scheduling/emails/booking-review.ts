import { defineMail } from '../../notifications/index.ts';
import { sampleForCustomer, variablesForCustomer } from './about-booking.ts';

/** Asks the customer for a review, a day after an appointment that took place. */
export const bookingReviewMail = defineMail({
  name: 'booking-review',
  wish: 'REMINDERS',
  variables: variablesForCustomer,
  late: ['manageUrl'],
  sample: sampleForCustomer,
});
