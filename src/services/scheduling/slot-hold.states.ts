import type { SlotHoldStatus } from '../../entities/scheduling/slot-hold.entity.ts';
import type { StateTable } from '../kernel/states.ts';

export type SlotHoldVerb = 'book' | 'release' | 'expire' | 'renew';

/** A slot kept while its form is filled in: booked, given back, or over after ten minutes, renewed once. */
export const slotHoldStates: StateTable<SlotHoldStatus, SlotHoldVerb> = {
  HELD: { book: 'CONSUMED', release: 'RELEASED', expire: 'EXPIRED', renew: 'HELD' },
  CONSUMED: {},
  RELEASED: {},
  EXPIRED: {},
};
