import { defineMail, variable } from '../../notifications/index.ts';
import { sampleForCustomer, variablesForCustomer } from './about-booking.ts';

/** Sent to whoever asked for a consultation that cannot be at that time. */
export const consultationAnsweredMail = defineMail({
  name: 'consultation-answered',
  variables: {
    ...variablesForCustomer,
    /** What the business says; empty for nothing. */
    reason: variable.text,
    /** Free times that it proposes. */
    proposals: variable.list({ startsAt: variable.instant }),
  },
  late: ['manageUrl'],
  sample: {
    ...sampleForCustomer,
    ...{ offeringName: 'Consultation', place: '', reason: 'Nous serons en déplacement ce jour-là.' },
    proposals: [{ startsAt: '2027-01-13T09:00:00.000Z' }, { startsAt: '2027-01-14T13:30:00.000Z' }],
  },
});
