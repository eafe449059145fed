import type { OfferingStatus } from '../../entities/scheduling/offering.entity.ts';
import type { StateTable } from '../kernel/states.ts';

export type OfferingVerb = 'archive' | 'restore';

/** Archived, an offering is hidden and takes no new bookings; it is never deleted. */
export const offeringStates: StateTable<OfferingStatus, OfferingVerb> = {
  ACTIVE: { archive: 'ARCHIVED' },
  ARCHIVED: { restore: 'ACTIVE' },
};
