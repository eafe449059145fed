import { defineMail, variable } from '../../notifications/index.ts';

/** Sent to the artisan when a booking and one of their calendars disagree. */
export const calendarConflictMail = defineMail({
  name: 'calendar-conflict',
  variables: {
    name: variable.text,
    customerName: variable.text,
    offeringName: variable.text,
    code: variable.text,
    calendarName: variable.text,
    startsAt: variable.instant,
    timeZone: variable.text,
    /** What happened; one of the three. */
    isMoved: variable.flag,
    isDeleted: variable.flag,
    isOverlap: variable.flag,
    /** Where the event is now; when the booking begins, for one that was deleted. */
    eventStartsAt: variable.instant,
    /** How many more were found in the same reading. */
    others: variable.count,
    conflictsUrl: variable.webAddress,
  },
  sample: {
    ...{ name: 'Atelier Morel', customerName: 'Camille Lefèvre', offeringName: 'Accord de piano', code: 'AC-7K2M9Q' },
    ...{ calendarName: 'Atelier', startsAt: '2027-01-12T09:00:00.000Z', timeZone: 'Europe/Paris' },
    ...{ isMoved: true, isDeleted: false, isOverlap: false, eventStartsAt: '2027-01-12T14:00:00.000Z' },
    others: 2,
    conflictsUrl: 'https://www.example.org/agenda/conflits',
  },
});
