import { registerEnumType } from 'type-graphql';
import { artisanStatuses, calendarDetails, stalePolicies } from '../../entities/scheduling/artisan.entity.ts';
import { bookingSources } from '../../entities/scheduling/booking.entity.ts';
import { assignmentKinds, offeringStatuses, questionKinds } from '../../entities/scheduling/offering.entity.ts';
import { weekdays } from '../../entities/scheduling/opening.entity.ts';
import { holidayRegions, type HolidayRegion } from '../../services/kernel/holidays.ts';
import { enumOf } from '../shared/enum-of.ts';

export const ArtisanStatusEnum = enumOf(artisanStatuses);
registerEnumType(ArtisanStatusEnum, {
  name: 'ArtisanStatus',
  description: 'Whether an artisan is seen and booked.',
  valuesConfig: {
    DRAFT: { description: 'Not seen yet.' },
    PUBLISHED: { description: 'Seen and booked by everybody.' },
    PAUSED: { description: 'Hidden, without new bookings; those there are stand.' },
  },
});

export const StalePolicyEnum = enumOf(stalePolicies);
registerEnumType(StalePolicyEnum, {
  name: 'StalePolicy',
  description: 'What is offered when a connected calendar was not read for too long.',
  valuesConfig: {
    KEEP: { description: 'Its last known busy time stands.' },
    CLOSE: { description: 'Nothing is offered until it is read again.' },
  },
});

export const CalendarDetailEnum = enumOf(calendarDetails);
registerEnumType(CalendarDetailEnum, {
  name: 'CalendarDetail',
  description: 'What events in connected calendars say of a booking.',
  valuesConfig: {
    NAME: { description: 'The offering, the name of the customer, and the place.' },
    CODE: { description: 'Its code only.' },
  },
});

export const OfferingStatusEnum = enumOf(offeringStatuses);
registerEnumType(OfferingStatusEnum, {
  name: 'OfferingStatus',
  description: 'Whether an offering can be booked.',
  valuesConfig: {
    ACTIVE: { description: 'It can.' },
    ARCHIVED: { description: 'No longer; the bookings it has stand.' },
  },
});

export const AssignmentKindEnum = enumOf(assignmentKinds);
registerEnumType(AssignmentKindEnum, {
  name: 'AssignmentKind',
  description: 'Whom a booking is with.',
  valuesConfig: {
    ANY: { description: 'Any artisan of the offering, the one with least to do first.' },
    CHOSEN: { description: 'The artisan whom the customer chose.' },
  },
});

export const QuestionKindEnum = enumOf(questionKinds);
registerEnumType(QuestionKindEnum, {
  name: 'QuestionKind',
  description: 'How a question is answered.',
  valuesConfig: {
    TEXT: { description: 'A line.' },
    LONG_TEXT: { description: 'Several lines.' },
    NUMBER: { description: 'A number.' },
    YES_NO: { description: 'Yes or no.' },
    CHOICE: { description: 'One of several answers.' },
    PHONE: { description: 'A phone number.' },
    FILE: { description: 'A file, sent by `uploadBookingFile` once it is booked.' },
  },
});

export const WeekdayEnum = enumOf(weekdays);
registerEnumType(WeekdayEnum, { name: 'Weekday', description: 'A day of the week.' });

/** `alsace-moselle` is `ALSACE_MOSELLE` in the API. */
const nameOf = (region: HolidayRegion): string => region.toUpperCase().replaceAll('-', '_');
export const HolidayRegionEnum = Object.fromEntries(holidayRegions.map((region) => [nameOf(region), region]));
registerEnumType(HolidayRegionEnum, {
  name: 'HolidayRegion',
  description: 'A part of France with its own public holidays.',
});

export const BookingSourceEnum = enumOf(bookingSources);
registerEnumType(BookingSourceEnum, {
  name: 'BookingSource',
  description: 'How a booking was made.',
  valuesConfig: {
    PUBLIC: { description: 'By the customer.' },
    STAFF: { description: 'By the artisan or an admin.' },
    SERIES: { description: 'As one of a series.' },
    WAITING_LIST: { description: 'From the waiting list.' },
    CONSULTATION: { description: 'As a consultation.' },
  },
});
