import { placeOf } from '../bookings/booking-facts.ts';
import type { SlotRefusalReason } from '../../kernel/appointments.ts';
import type { Booking } from '../../../entities/scheduling/booking.entity.ts';
import { can, idOf } from '../../access/actor.ts';
import { normalEmail } from '../../identity/index.ts';
import { DomainError, fieldError } from '../../kernel/errors.ts';
import { newId } from '../../kernel/ids.ts';
import type { Locale } from '../../kernel/locale.ts';
import type { AppContext } from '../../platform/context.ts';
import { keyFingerprints, type Keyed } from '../../platform/request-keys.ts';
import { whileTaken } from '../../platform/orm/while-taken.ts';
import { slotRefusals } from '../availability/check-slot.ts';

import { answersTo, questionsOf } from '../bookings/answers.ts';
import { chosenOffering, type BookableArtisan, type BookableOffering } from '../bookings/bookable-offering.ts';
import { drawCode } from '../bookings/booking-code.ts';
import type { BookingCustomer, CreateBooking } from '../bookings/booking-request.ts';
import { bookedBefore, type BookingKey } from '../bookings/booking-key.ts';
import { placeBooking, type BookingFacts, type BookingOrder, type PlacingBooking } from '../bookings/place-booking.ts';
import { startOf, unavailableFor } from '../bookings/wanted-slot.ts';
import { isOwnAgenda } from '../load-artisan.ts';
import { isOnGrid } from '../occupancy/quanta.ts';
import { requirePhone } from '../phone.ts';

type Asked = Pick<
  CreateBooking,
  'offeringId' | 'startsAt' | 'date' | 'time' | 'partySize' | 'place' | 'answers' | 'note'
>;

/** An appointment that an artisan or an admin makes for somebody. */
export interface CreateStaffBooking extends Keyed, Asked {
  readonly artisanId: string;
  readonly customer: BookingCustomer;
  readonly locale: Locale;
  /** Also when the artisan is closed, or the day is full. */
  readonly override?: boolean | null;
  readonly staffNote?: string | null;
}

type Making = Pick<AppContext, 'db' | 'now' | 'actor' | 'run' | 'derived'>;

interface Wanted {
  readonly offering: BookableOffering;
  readonly artisanId: string;
  readonly startsAt: Date;
  readonly partySize: number;
  readonly override: boolean;
}

/** How often a code is drawn when it is somebody’s already. */
const draws = 5;

/**
 * Books for somebody who called: confirmed at once, without a deposit; at any five minutes, however soon or far, and outside opening when it
 * is said; never over something. Errors: NOT_FOUND, OFFERING_UNAVAILABLE, SLOT_UNAVAILABLE, CAPACITY_EXCEEDED, PLACE_REQUIRED,
 * ANSWER_REQUIRED, TIME_DOES_NOT_EXIST, TIME_AMBIGUOUS, INPUT_INVALID.
 */
export async function createStaffBooking(ctx: Making, input: CreateStaffBooking): Promise<Booking> {
  const key = keyOf(ctx, input);
  return (await ctx.run(bookedBefore, key)) ?? bookOnce(ctx, input, key);
}

async function bookOnce(ctx: Making, input: CreateStaffBooking, key: BookingKey): Promise<Booking> {
  await requireAgenda(ctx, input.artisanId);
  const chosen = await chosenOffering(ctx.db, input);
  const wanted: Wanted = {
    ...{ artisanId: input.artisanId, partySize: input.partySize ?? 1, override: input.override ?? false },
    startsAt: startOf(chosen, input),
    offering: { ...chosen, depositBasisPoints: 0, maxPerDay: input.override ? null : chosen.maxPerDay },
  };
  requireSensible(ctx, wanted);
  await requireFree(ctx, wanted);
  const facts = { ...(await factsOf(ctx, wanted, input)), ...key };
  const { offering, startsAt } = wanted;
  const order = { offering, artisans: offering.artisans, startsAt, holdUntil: null, facts, derived: ctx.derived };
  const made = await whileTaken(draws, () =>
    ctx.run(placeOnce, { ...order, id: newId(), code: drawCode(), status: 'CONFIRMED', by: 'ARTISAN' }),
  );
  if (made === null) throw await unavailableFor(ctx, wanted, 'BOOKED');
  return made;
}

/** Whoever finds the time taken looks whether it was this very request that took it. */
const placeOnce = async (tx: PlacingBooking, order: BookingOrder): Promise<Booking | null> =>
  (await placeBooking(tx, order)) ?? bookedBefore(tx, order.facts);

/** A key is its person's, or its program's. */
function keyOf({ actor }: Making, { key, ...content }: CreateStaffBooking): BookingKey {
  if (!key) return { keyHash: null, contentHash: null };
  return keyFingerprints(idOf(actor) ?? '', { operation: 'createStaffBooking', key, content });
}

async function requireAgenda({ db, actor }: Making, id: string): Promise<void> {
  const artisan = await db.selectFrom('artisan').select('user_id as userId').where('id', '=', id).executeTakeFirst();
  if (artisan === undefined || !isOwnAgenda(actor, artisan)) throw new DomainError('NOT_FOUND');
  if (!can(actor, 'booking:create')) throw new DomainError('FORBIDDEN');
}

function requireSensible({ now }: Making, { offering, startsAt, partySize }: Wanted): void {
  if (!isOnGrid(startsAt)) throw fieldError('input.startsAt', 'grid');
  if (startsAt <= now) throw fieldError('input.startsAt', 'future');
  if (partySize > offering.capacity) throw new DomainError('CAPACITY_EXCEEDED', { capacity: offering.capacity });
}

/** What binds customers alone, and what the artisan may overrule. */
const forCustomers: ReadonlySet<SlotRefusalReason> = new Set(['OFF_GRID', 'NOTICE', 'HORIZON']);
const overruled: ReadonlySet<SlotRefusalReason> = new Set([
  'CLOSURE',
  'EXCEPTION',
  'HOLIDAY',
  'OUTSIDE_OPENING',
  'BREAK',
  'DAILY_LIMIT',
  'STALE_CALENDAR',
]);

async function requireFree(ctx: Making, wanted: Wanted): Promise<void> {
  const { offering, artisanId, startsAt, partySize, override } = wanted;
  const asked = { offeringId: offering.id, artisanId, startsAt, partySize, now: ctx.now };
  const binding = (await slotRefusals(ctx.db, asked)).filter(
    ({ reason }) => !forCustomers.has(reason) && !(override && overruled.has(reason)),
  );
  // What is only kept by something that has ended is freed when the time is taken.
  const [first] = binding.filter(({ reason }) => reason !== 'HELD');
  if (first !== undefined) throw await unavailableFor(ctx, wanted, first.reason);
}

async function factsOf(
  { db }: Making,
  { offering, partySize }: Wanted,
  input: CreateStaffBooking,
): Promise<Omit<BookingFacts, 'keyHash' | 'contentHash'>> {
  const { customer, locale } = input;
  const [{ country, timeZone }] = offering.artisans as readonly [BookableArtisan];
  const rules = { country, path: 'input.customer.phone' };
  return {
    ...{ userId: null, source: 'STAFF', termsVersion: null, locale, partySize },
    ...{ notifyByEmail: true, notifyBySms: false, customerTimeZone: timeZone },
    customerName: customer.name,
    customerEmail: normalEmail(customer.email),
    customerPhone: customer.phone ? requirePhone(customer.phone, rules) : null,
    place: placeOf(input, offering),
    answers: input.answers ? answersTo(await questionsOf(db, offering.id), input.answers) : [],
    customerNote: textOf(input.note),
    staffNote: textOf(input.staffNote),
  };
}

const textOf = (typed: string | null | undefined): string | null => typed?.trim() || null;
