import type { DisputeStatus } from '../../entities/billing/dispute.entity.ts';
import type { StateTable } from '../kernel/states.ts';

export type DisputeVerb = 'win' | 'lose';

/** The bank decides: for us, or for the payer. One that was lost may be won after all. */
export const disputeStates: StateTable<DisputeStatus, DisputeVerb> = {
  OPEN: { win: 'WON', lose: 'LOST' },
  LOST: { win: 'WON' },
  WON: {},
};
