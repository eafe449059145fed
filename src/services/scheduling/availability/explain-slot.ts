import type { SlotRefusalReason } from '../../kernel/appointments.ts';
import { requirePermission } from '../../access/actor.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { ReadContext } from '../../platform/context.ts';
import { isOwnAgenda } from '../load-artisan.ts';
import { findOfferingWithGivers } from './find-offering.ts';
import { readExplainedPlan } from './read-plans.ts';
import { refusalsOf } from './refusals.ts';

export interface SlotToExplain {
  readonly offeringId: string;
  readonly artisanId: string;
  readonly startsAt: Date;
  readonly partySize: number;
}

/** A reason, with what takes the time where something does. */
export interface ExplainedRefusal {
  readonly reason: SlotRefusalReason;
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
  readonly bookingId: string | null;
  /** Of a calendar outside. */
  readonly busyBlockId: string | null;
}

export interface SlotExplanation {
  readonly isOffered: boolean;
  readonly refusals: readonly ExplainedRefusal[];
}

/** Why a time is or is not offered, for whoever may see the agenda; for anyone else there is no such artisan. */
export async function explainSlot(
  { db, now, actor }: ReadContext,
  { offeringId, artisanId, startsAt, partySize }: SlotToExplain,
): Promise<SlotExplanation> {
  requirePermission(actor, 'agenda:read');
  const { offering, givers } = await findOfferingWithGivers(db, offeringId);
  const giver = givers.find(({ id }) => id === artisanId);
  if (giver === undefined || !isOwnAgenda(actor, giver)) throw new DomainError('NOT_FOUND');
  const start = startsAt.getTime();
  const plan = await readExplainedPlan(db, { offering, givers: [giver], now, ignoring: [] }, start);
  const refusals = refusalsOf(plan, { start, partySize });
  return {
    isOffered: refusals.length === 0,
    refusals: refusals.map(({ reason, taken }) => ({
      reason,
      startsAt: taken ? new Date(taken.core.from) : null,
      endsAt: taken ? new Date(taken.core.to) : null,
      bookingId: taken?.kind === 'BOOKING' ? taken.referenceId : null,
      busyBlockId: taken?.kind === 'EXTERNAL' ? taken.referenceId : null,
    })),
  };
}
