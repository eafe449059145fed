import type { Topic } from '../kernel/subject.ts';

/** How other modules know a ticket. */
export const ticketSubjectType = 'TICKET' as const;
export const ticketSubject = (id: string): Topic => ({ type: ticketSubjectType, id });
