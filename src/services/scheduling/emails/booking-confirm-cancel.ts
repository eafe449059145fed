import { defineMail, variable } from '../../notifications/index.ts';
import { sampleForCustomer, variablesOfBooking } from './about-booking.ts';

const { manageUrl: _, ...sample } = sampleForCustomer;

/** Sent to the address of a booking when somebody who knows it asks to cancel or to move it: its link does it. */
export const bookingConfirmCancelMail = defineMail({
  name: 'booking-confirm-cancel',
  variables: {
    ...variablesOfBooking,
    artisanName: variable.text,
    isMove: variable.flag,
    /** Where it is to be moved; where it is, for a cancellation. */
    movesTo: variable.instant,
    /** Until when the link is good. */
    expiresAt: variable.instant,
    confirmUrl: variable.webAddress,
  },
  late: ['confirmUrl'],
  sample: {
    ...sample,
    isMove: true,
    movesTo: '2027-01-14T13:30:00.000Z',
    expiresAt: '2027-01-05T08:00:00.000Z',
    confirmUrl: 'https://www.example.org/rdv/AC-7K2M9Q/confirmer?t=9Jw3bXnT4kZc7vQm2LrYp8Hd',
  },
});
