import type { RetentionChangeStatus } from '../../../entities/archive/retention-change.entity.ts';
import type { StateTable } from '../../kernel/states.ts';

export type RetentionChangeVerb = 'apply' | 'undo';

/** A shorter time of keeping takes effect after 30 days, unless somebody undoes it. */
export const retentionChangeStates: StateTable<RetentionChangeStatus, RetentionChangeVerb> = {
  PENDING: { apply: 'APPLIED', undo: 'UNDONE' },
  APPLIED: {},
  UNDONE: {},
};
