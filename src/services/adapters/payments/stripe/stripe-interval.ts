import type { PlanInterval } from '../../../kernel/plans.ts';

/** Null for one that plans do not have, and for what is paid once. */
export const intervalOf = (interval: string | undefined): PlanInterval | null =>
  interval === 'month' ? 'MONTH' : interval === 'year' ? 'YEAR' : null;
