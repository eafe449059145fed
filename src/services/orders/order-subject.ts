import type { Subject } from '../kernel/subject.ts';

/** What foundation modules call an order. */
export const orderSubjectType = 'ORDER' as const;
export const orderSubject = (id: string): Subject => ({ type: orderSubjectType, id });
