import { defineMail, variable } from '../../notifications/index.ts';
import { sampleForCustomer, variablesForCustomer } from './about-booking.ts';

/** Sent to the customer whose time is kept until the deposit is paid. */
export const bookingPaymentAwaitedMail = defineMail({
  name: 'booking-payment-awaited',
  variables: {
    ...variablesForCustomer,
    deposit: variable.amount,
    /** The time is free for others then. */
    holdUntil: variable.instant,
    /** What its offering asks for and has not come. */
    awaitedFiles: variable.list({ label: variable.text }),
  },
  late: ['manageUrl'],
  sample: {
    ...sampleForCustomer,
    deposit: { amount: 3_000, currency: 'EUR' },
    holdUntil: '2027-01-05T09:10:00.000Z',
    awaitedFiles: [{ label: 'Une photo du piano' }],
  },
});
