import type { PlanPeriodStatus } from '../../../entities/billing/plan-period.entity.ts';
import type { StateTable } from '../../kernel/states.ts';

export type PlanPeriodVerb = 'pay' | 'void' | 'replace' | 'revive';

export const planPeriodStates: StateTable<PlanPeriodStatus, PlanPeriodVerb> = {
  DUE: { pay: 'PAID', void: 'VOID' },
  PAID: { replace: 'REPLACED' },
  REPLACED: {},
  VOID: { revive: 'PAID' },
};
