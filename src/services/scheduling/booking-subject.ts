import type { Subject } from '../kernel/subject.ts';

/** What foundation modules call a booking. */
export const bookingSubjectType = 'BOOKING' as const;
export const bookingSubject = (id: string): Subject => ({ type: bookingSubjectType, id });
