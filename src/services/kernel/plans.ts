/** Plans that people subscribe to: their closed lists. */

/** A person has at most one live subscription of each. */
export const planFamilies = ['ARTISAN', 'ARCHIVE'] as const;
export type PlanFamily = (typeof planFamilies)[number];

/** What a plan may contain. SMS: text messages a month; STORAGE: bytes; the others: how many. */
export const planFeatures = ['SMS', 'CALENDARS', 'MEMBERS', 'STORAGE'] as const;
export type PlanFeature = (typeof planFeatures)[number];

export const planIntervals = ['MONTH', 'YEAR'] as const;
export type PlanInterval = (typeof planIntervals)[number];

/** What a subscriber does with a plan that they have: `paySubscription`, `changePlan`, `cancelPlan`, `resumePlan`. */
export const planActions = ['PAY', 'CHANGE', 'CANCEL', 'RESUME'] as const;
export type PlanAction = (typeof planActions)[number];

/** How much of a feature: a number, or null for no limit. Nothing and 0 alike: not included. */
export type Allowance = number | null;

/** The allowances of several plans of one person: space adds up, of anything else the largest counts. */
export function combineAllowances(feature: PlanFeature, allowances: readonly Allowance[]): Allowance {
  if (allowances.some((allowance) => allowance === null)) return null;
  const numbers = allowances as readonly number[];
  return feature === 'STORAGE' ? numbers.reduce((sum, one) => sum + one, 0) : Math.max(0, ...numbers);
}

export const includes = (allowance: Allowance): boolean => allowance === null || allowance > 0;
