import { LockMode } from '@mikro-orm/core';
import { Artisan } from '../../../entities/scheduling/artisan.entity.ts';
import { fieldError } from '../../kernel/errors.ts';
import { crashPoint } from '../../platform/crash-points.ts';
import { writing } from '../../platform/orm/values.ts';
import { slotRefusals } from '../availability/check-slot.ts';
import { liveHold, moveHold } from '../holds/slot-holds.ts';
import { freeTime } from '../occupancy/free-time.ts';
import { handOver, type TimeToTake } from '../occupancy/occupy.ts';
import { takeTime, type TakingTime } from '../occupancy/take-time.ts';
import { bookedInterval } from './booked-interval.ts';
import type { BookableArtisan, BookableOffering } from './bookable-offering.ts';
import { unavailableFor } from './wanted-slot.ts';

export interface SlotToTake {
  /** Of the booking. */
  readonly id: string;
  readonly offering: BookableOffering;
  /** Whom it may be with, in the order in which they are asked. */
  readonly artisans: readonly BookableArtisan[];
  readonly startsAt: Date;
  /** Until when a booking that waits keeps its time. */
  readonly holdUntil: Date | null;
  /** Of the slot that was kept for it. */
  readonly holdToken?: string | null;
}

/** The first artisan who is free, whose time is taken now; null when nobody is. A slot that was kept is taken over as it is. */
export async function takeSlot(tx: TakingTime, slot: SlotToTake): Promise<BookableArtisan | null> {
  const artisan = slot.holdToken ? await takeHeld(tx, slot, slot.holdToken) : await takeFree(tx, slot);
  crashPoint('after-slot-taken');
  return artisan;
}

async function takeFree(tx: TakingTime, slot: SlotToTake): Promise<BookableArtisan | null> {
  for (const artisan of slot.artisans) {
    if (slot.offering.maxPerDay !== null && (await isDayFull(tx, slot, artisan))) continue;
    if (await takeTime(tx, timeOf(slot, artisan))) return artisan;
  }
  return null;
}

/** A daily limit is a count, which no key forbids: those who book such an offering wait for one another. */
export async function isDayFull(
  { em, now }: TakingTime,
  { offering, startsAt }: Pick<SlotToTake, 'offering' | 'startsAt'>,
  { id }: BookableArtisan,
): Promise<boolean> {
  await em.findOneOrFail(Artisan, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  const asked = { offeringId: offering.id, artisanId: id, startsAt, now };
  return (await slotRefusals(writing(em).db, asked)).some(({ reason }) => reason === 'DAILY_LIMIT');
}

async function takeHeld(tx: TakingTime, slot: SlotToTake, holdToken: string): Promise<BookableArtisan> {
  const { offering, startsAt } = slot;
  const hold = await liveHold(tx, holdToken);
  const artisan = slot.artisans.find(({ id }) => id === hold.artisan.id);
  const isIt = hold.offering.id === offering.id && hold.startsAt.getTime() === startsAt.getTime();
  if (artisan === undefined || !isIt) throw fieldError('input.holdToken', 'otherSlot');
  moveHold(hold, 'book');
  const time = timeOf(slot, artisan);
  if (await handOver(tx, hold.id, time)) return artisan;
  // Its offering was changed meanwhile: it takes more or less than what was kept.
  await freeTime(tx, { referenceId: hold.id, artisanId: artisan.id });
  if (await takeTime(tx, time)) return artisan;
  throw await unavailableFor({ db: writing(tx.em).db, now: tx.now }, slot, 'BOOKED');
}

const timeOf = ({ id, offering, startsAt, holdUntil }: SlotToTake, artisan: BookableArtisan): TimeToTake => ({
  ...bookedInterval(offering, artisan, startsAt),
  ...{ artisanId: artisan.id, kind: 'BOOKING', referenceId: id, holdUntil },
});
