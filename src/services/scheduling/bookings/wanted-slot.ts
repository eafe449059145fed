import type { SlotRefusalReason } from '../../kernel/appointments.ts';
import { DomainError, fieldError } from '../../kernel/errors.ts';
import type { ReadContext } from '../../platform/context.ts';
import { alternativesTo, refusalsOfGiver } from '../availability/check-slot.ts';
import { instantOfSlot } from '../availability/instant-of-slot.ts';
import type { BookableArtisan, BookableOffering } from './bookable-offering.ts';
import { rankArtisans } from './rank-artisans.ts';

/** A time of an offering, as somebody asks for it. */
export interface SlotWish {
  readonly offeringId: string;
  /** Whom it is with; any artisan of the offering unless said. */
  readonly artisanId?: string | null;
  readonly startsAt?: Date | null;
  /** Instead of the instant: a date and a time on the clock of the artisan. */
  readonly date?: string | null;
  readonly time?: string | null;
  readonly partySize?: number | null;
}

/** The instant that is asked for, by itself or by the clock of the artisan. Errors: TIME_DOES_NOT_EXIST, TIME_AMBIGUOUS, INPUT_INVALID. */
export function startOf({ artisans }: BookableOffering, { startsAt, date, time }: SlotWish): Date {
  if (startsAt) {
    if (date || time) throw fieldError('input.date', 'instantOrDate');
    return startsAt;
  }
  if (!date || !time) throw fieldError('input.startsAt', 'required');
  return instantOfSlot({ date, time, zone: artisans[0]?.timeZone ?? 'UTC' });
}

/** Whom it is with, where the customer chooses among several. Error: INPUT_INVALID when it is not said. */
export function requireChoice({ assignment, artisans }: BookableOffering, { artisanId }: SlotWish): void {
  if (assignment === 'CHOSEN' && artisans.length > 1 && !artisanId) throw fieldError('input.artisanId', 'isRequired');
}

export interface WantedSlot {
  readonly offering: BookableOffering;
  readonly startsAt: Date;
  readonly partySize: number;
}

type Reading = Pick<ReadContext, 'db' | 'now'>;

/** Those who offer this time, whoever should have it first. CAPACITY_EXCEEDED for too many people, SLOT_UNAVAILABLE when nobody offers it. */
export async function offeredArtisans(ctx: Reading, slot: WantedSlot): Promise<readonly BookableArtisan[]> {
  const { offering, startsAt, partySize } = slot;
  if (partySize > offering.capacity) throw new DomainError('CAPACITY_EXCEEDED', { capacity: offering.capacity });
  const free: BookableArtisan[] = [];
  const reasons: SlotRefusalReason[] = [];
  for (const artisan of offering.artisans) {
    const [refusal] = await refusalsOf(ctx, slot, artisan);
    if (refusal === undefined) free.push(artisan);
    else reasons.push(refusal.reason);
  }
  if (free.length === 0) throw await unavailableFor(ctx, slot, reasons[0] ?? 'BOOKED');
  return rankArtisans(ctx.db, free, startsAt);
}

const refusalsOf = ({ db, now }: Reading, { offering, startsAt, partySize }: WantedSlot, giver: BookableArtisan) =>
  refusalsOfGiver(db, { offering, giver, startsAt, now, partySize });

/** The time was taken meanwhile: why, as far as that is seen by now, and what is offered instead. */
export async function slotUnavailable(ctx: Reading, slot: WantedSlot): Promise<DomainError> {
  const [first] = slot.offering.artisans;
  const [refusal] = first === undefined ? [] : await refusalsOf(ctx, slot, first);
  return unavailableFor(ctx, slot, refusal?.reason ?? 'BOOKED');
}

/** A time that is refused for a reason, with up to three others: of the artisan where there is one, else of any. */
export async function unavailableFor(
  { db, now }: Reading,
  { offering, startsAt }: Pick<WantedSlot, 'offering' | 'startsAt'>,
  reason: SlotRefusalReason,
): Promise<DomainError> {
  const [only, ...others] = offering.artisans;
  const artisanId = others.length === 0 ? (only?.id ?? null) : null;
  const alternatives = await alternativesTo(db, { offeringId: offering.id, artisanId, startsAt, now });
  return new DomainError('SLOT_UNAVAILABLE', { reason, alternatives: alternatives.map((at) => at.toISOString()) });
}
