import { Artisan } from '../../../entities/scheduling/artisan.entity.ts';
import { Offering } from '../../../entities/scheduling/offering.entity.ts';
import { SlotHold } from '../../../entities/scheduling/slot-hold.entity.ts';
import { DomainError } from '../../kernel/errors.ts';
import { fingerprint, newId, newSecret } from '../../kernel/ids.ts';
import { networkOf } from '../../kernel/network.ts';
import type { AppContext } from '../../platform/context.ts';
import { whileTaken } from '../../platform/orm/while-taken.ts';
import { bookedInterval } from '../bookings/booked-interval.ts';
import type { BookableArtisan, BookableOffering } from '../bookings/bookable-offering.ts';
import { offeringChosenNow } from '../bookings/bookable-offering.ts';
import { inTurn } from '../bookings/in-turn.ts';
import { countingRefusals } from '../bookings/measured.ts';
import { isDayFull } from '../bookings/take-slot.ts';
import { offeredArtisans, requireChoice, slotUnavailable, startOf, type SlotWish } from '../bookings/wanted-slot.ts';
import { publishAgenda } from '../live.ts';
import { takeTime, type TakingTime } from '../occupancy/take-time.ts';
import { expireHold } from './expire-hold.ts';
import { holdMs } from './slot-holds.ts';

/** A slot that is kept, and the token of whoever keeps it: shown this once. */
export interface HeldSlot {
  readonly holdToken: string;
  readonly artisanId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly expiresAt: Date;
}

/** As many slots one network keeps at once. */
const numbers = [1, 2] as const;

/**
 * Keeps a slot for ten minutes, while its form is filled in. Errors: OFFERING_UNAVAILABLE, SLOT_UNAVAILABLE with other times, HOLD_LIMIT,
 * CAPACITY_EXCEEDED, TIME_DOES_NOT_EXIST, TIME_AMBIGUOUS, INPUT_INVALID.
 */
export const holdSlot = (ctx: Holder & Pick<AppContext, 'measures'>, input: SlotWish): Promise<HeldSlot> =>
  countingRefusals(ctx, () => holdOffered(ctx, input));

type Holder = Pick<AppContext, 'run' | 'db' | 'now' | 'actor'>;

async function holdOffered(ctx: Holder, input: SlotWish): Promise<HeldSlot> {
  const offering = await offeringChosenNow(ctx.db, input);
  requireChoice(offering, input);
  const startsAt = startOf(offering, input);
  const slot = { offering, startsAt, partySize: input.partySize ?? 1 };
  return inTurn(ctx.db, slot, async () => {
    const artisans = await offeredArtisans(ctx, slot);
    const holdToken = newSecret();
    const network = networkOf(ctx.actor.address);
    const wanted = { offering, startsAt, artisans, network, tokenHash: fingerprint(holdToken) };
    const held = await whileTaken(numbers.length + 1, () => ctx.run(hold, wanted));
    if (held === null) throw await slotUnavailable(ctx, slot);
    return { holdToken, ...held };
  });
}

interface Holding {
  readonly offering: BookableOffering;
  readonly startsAt: Date;
  readonly artisans: readonly BookableArtisan[];
  readonly network: string | null;
  readonly tokenHash: string;
}

async function hold(tx: TakingTime, wanted: Holding): Promise<Omit<HeldSlot, 'holdToken'> | null> {
  const { em, now } = tx;
  const { offering, startsAt, artisans, network, tokenHash } = wanted;
  const id = newId();
  const expiresAt = new Date(now.getTime() + holdMs);
  for (const artisan of artisans) {
    if (offering.maxPerDay !== null && (await isDayFull(tx, wanted, artisan))) continue;
    const interval = bookedInterval(offering, artisan, startsAt);
    const time = { ...interval, artisanId: artisan.id, kind: 'HOLD' as const, referenceId: id, holdUntil: expiresAt };
    if (!(await takeTime(tx, time))) continue;
    em.create(SlotHold, {
      ...{ id, tokenHash, startsAt, endsAt: interval.endsAt, expiresAt, network },
      networkNumber: await freeNumber(tx, network),
      offering: em.getReference(Offering, offering.id),
      artisan: em.getReference(Artisan, artisan.id),
    });
    publishAgenda(tx, artisan.id);
    return { artisanId: artisan.id, startsAt, endsAt: interval.endsAt, expiresAt };
  }
  return null;
}

/** A number that no other hold of the network has: of two requests that choose the same one the second is refused by its key. */
async function freeNumber(tx: TakingTime, network: string | null): Promise<number | null> {
  if (network === null) return null;
  const held = await tx.em.find(SlotHold, { network, networkNumber: { $ne: null } });
  const taken = new Set<number | null>();
  for (const { id, networkNumber } of held) if (!(await expireHold(tx, id))) taken.add(networkNumber);
  const number = numbers.find((each) => !taken.has(each));
  if (number === undefined) throw new DomainError('HOLD_LIMIT', { mostHolds: numbers.length });
  return number;
}
