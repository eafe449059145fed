import type { AppContext } from '../../platform/context.ts';
import { findAvailability } from '../availability/find-availability.ts';
import type { AvailabilityDay } from '../availability/slots-by-day.ts';
import { consultationOffering } from './consultation-offering.ts';

/** Longer than any horizon that people choose in working days, holidays among them. */
const days = 62;

/** The days on which a consultation can be asked for, with their times. Errors: OFFERING_UNAVAILABLE, INPUT_INVALID. */
export async function consultationSlots(
  ctx: Pick<AppContext, 'db' | 'now' | 'config'>,
  { timeZone }: { readonly timeZone?: string | null | undefined },
): Promise<AvailabilityDay[]> {
  const offeringId = await consultationOffering(ctx);
  const found = await findAvailability(ctx, { offeringId, days, partySize: 1, timeZone: timeZone ?? null });
  return found.filter(({ slots }) => slots.length > 0);
}
