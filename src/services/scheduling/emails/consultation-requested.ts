import { defineMail, variable } from '../../notifications/index.ts';
import { sampleForCustomer, variablesForCustomer } from './about-booking.ts';

/** Sent to whoever asked for a consultation. */
export const consultationRequestedMail = defineMail({
  name: 'consultation-requested',
  variables: {
    ...variablesForCustomer,
    /** The request ends then without an answer. */
    answerBy: variable.instant,
  },
  late: ['manageUrl'],
  sample: { ...sampleForCustomer, offeringName: 'Consultation', place: '', answerBy: '2027-01-11T09:00:00.000Z' },
});
