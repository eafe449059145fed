import type { Subject } from '../kernel/subject.ts';

/** How other modules know a ticket. */
export const ticketSubjectType = 'TICKET' as const;
export const ticketSubject = (id: string): Subject => ({ type: ticketSubjectType, id });
