import { defineMail, variable } from '../../notifications/index.ts';
import { sampleForCustomer, variablesForCustomer } from './about-booking.ts';

/** Sent to the customer who asked for a time that the artisan approves. */
export const bookingRequestMail = defineMail({
  name: 'booking-request',
  variables: {
    ...variablesForCustomer,
    /** The request ends then without an answer. */
    answerBy: variable.instant,
    /** What its offering asks for and has not come. */
    awaitedFiles: variable.list({ label: variable.text }),
  },
  late: ['manageUrl'],
  sample: {
    ...sampleForCustomer,
    answerBy: '2027-01-11T09:00:00.000Z',
    awaitedFiles: [{ label: 'Une photo du piano' }],
  },
});
