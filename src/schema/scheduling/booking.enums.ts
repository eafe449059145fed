import { paymentWays, depositStatuses, bookingVerbs } from '../../services/kernel/appointments.ts';
import { registerEnumType } from 'type-graphql';
import { bookingParties, bookingStatuses } from '../../entities/scheduling/booking.entity.ts';

import { enumOf } from '../shared/enum-of.ts';

export const BookingStatusEnum = enumOf(bookingStatuses);
registerEnumType(BookingStatusEnum, {
  name: 'BookingStatus',
  description: 'Where an appointment stands.',
  valuesConfig: {
    REQUESTED: { description: 'Asked for; the artisan answers. Its time is kept meanwhile.' },
    PENDING_PAYMENT: { description: 'Its time is kept until its deposit is paid, or the hold ends.' },
    CONFIRMED: { description: 'It stands.' },
    COMPLETED: { description: 'It took place.' },
    NO_SHOW: { description: 'The customer did not come.' },
    CANCELLED: { description: 'Given up by the customer or the artisan.' },
    DECLINED: { description: 'The artisan said no.' },
    EXPIRED: { description: 'Nobody paid, or nobody answered, in time.' },
  },
});

export const BookingActionEnum = enumOf(bookingVerbs);
registerEnumType(BookingActionEnum, {
  name: 'BookingAction',
  description: 'What can be done with an appointment now, by whoever asks.',
  valuesConfig: {
    approve: { description: '`approveBooking`.' },
    hold: { description: '`approveBooking`, of one with a deposit.' },
    decline: { description: '`declineBooking`.' },
    confirm: { description: '`resumeBookingPayment`: the payment confirms it.' },
    expire: { description: 'The application ends it.' },
    reschedule: { description: '`rescheduleBooking`.' },
    cancel: { description: '`cancelBooking`.' },
    complete: { description: '`completeBooking`.' },
    markNoShow: { description: '`markNoShow`.' },
    correctAttendance: { description: '`correctAttendance`.' },
  },
});

export const BookingPartyEnum = enumOf(bookingParties);
registerEnumType(BookingPartyEnum, {
  name: 'BookingParty',
  description: 'Who did something to an appointment.',
  valuesConfig: {
    CUSTOMER: { description: 'The customer.' },
    ARTISAN: { description: 'The artisan, or an admin for them.' },
    SYSTEM: { description: 'The application.' },
  },
});

export const DepositStatusEnum = enumOf(depositStatuses);
registerEnumType(DepositStatusEnum, {
  name: 'DepositStatus',
  description: 'Where the deposit of an appointment stands, as its payment does.',
  valuesConfig: {
    NONE: { description: 'None is asked for.' },
    PENDING: { description: 'Not paid yet.' },
    AUTHORIZED: { description: 'Held on the card.' },
    CAPTURED: { description: 'Paid.' },
    PARTIALLY_REFUNDED: { description: 'A part went back.' },
    REFUNDED: { description: 'It went back.' },
    FAILED: { description: 'It was not paid.' },
  },
});

export const PaymentByEnum = enumOf(paymentWays);
registerEnumType(PaymentByEnum, {
  name: 'PaymentBy',
  description: 'How a deposit is paid.',
  valuesConfig: {
    FORM: { description: 'In a form of your page, with the provider’s secret.' },
    PAGE: { description: 'On the page of the provider.' },
  },
});
