import type { PlanInterval } from '../../kernel/plans.ts';

/** So many days before a period begins its payer is reminded of it, and can pay. */
export const noticeDays: Record<PlanInterval, number> = { MONTH: 7, YEAR: 30 };

/** All rights stay for so many days after a period has begun unpaid; then it can only be read, and at last it ends. */
export const graceDays = 14;
export const unpaidDays = 45;

/** A price counts so many days after it was set, at the earliest. */
export const priceNoticeDays = 30;

/** Days after the first day of a period on which its payer is reminded of it; before and on the day of it, and after a failure. */
const renewalDays = [-7, -3, -1, 0] as const;
const failureDays = [1, 3, 7] as const;

/** The latest reminder that is due on this day of a period; undefined before the first one. */
export const lastReminderDue = (day: number, isYearly: boolean): number | undefined =>
  [...(isYearly ? [-noticeDays.YEAR] : []), ...renewalDays, ...failureDays].filter((each) => each <= day).at(-1);

/** Is it about a payment that did not come in time? */
export const isFailure = (day: number): boolean => day > 0;
