import type { PlanSubscriptionStatus } from '../../../entities/billing/plan-subscription.entity.ts';
import type { StateTable } from '../../kernel/states.ts';

export type PlanSubscriptionVerb = 'activate' | 'miss' | 'suspend' | 'end' | 'revive';

/** A payment leads back to ACTIVE from everywhere but the end: a plan that has ended is chosen anew, or revived by an admin. */
export const planSubscriptionStates: StateTable<PlanSubscriptionStatus, PlanSubscriptionVerb> = {
  INCOMPLETE: { activate: 'ACTIVE', end: 'ENDED' },
  ACTIVE: { miss: 'PAST_DUE', end: 'ENDED' },
  PAST_DUE: { activate: 'ACTIVE', suspend: 'SUSPENDED', end: 'ENDED' },
  SUSPENDED: { activate: 'ACTIVE', end: 'ENDED' },
  ENDED: { revive: 'ACTIVE' },
};
