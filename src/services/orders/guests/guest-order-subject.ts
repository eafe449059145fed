import type { Subject } from '../../kernel/subject.ts';

/** What foundation modules call an order without an account. */
export const guestOrderSubjectType = 'GUEST_ORDER' as const;
export const guestOrderSubject = (id: string): Subject => ({ type: guestOrderSubjectType, id });
