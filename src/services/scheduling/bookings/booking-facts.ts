import type { Actor } from '../../access/actor.ts';
import { normalEmail } from '../../identity/index.ts';
import { DomainError, fieldError } from '../../kernel/errors.ts';
import type { Db } from '../../platform/context.ts';
import { answersTo } from './answers.ts';
import type { BookableOffering } from './bookable-offering.ts';
import type { CreateBooking } from './booking-request.ts';
import type { BookingFacts } from './place-booking.ts';

/** What a booking says of its customer and of what they want, as it is stored. Refuses what does not suit the offering. */
export async function factsOf(
  { db, actor }: { readonly db: Db; readonly actor: Actor },
  offering: BookableOffering,
  input: CreateBooking,
): Promise<Omit<BookingFacts, 'keyHash' | 'contentHash'>> {
  const { customer, note, termsVersion, locale } = input;
  return {
    userId: actor.userId,
    customerName: customer.name,
    customerEmail: normalEmail(customer.email),
    customerPhone: customer.phone ?? null,
    customerTimeZone: zoneOf(input.timeZone, offering),
    locale,
    partySize: partyOf(input, offering),
    ...channelsOf(input),
    place: placeOf(input, offering),
    answers: await answersTo(db, offering.id, input.answers ?? []),
    customerNote: note?.trim() || null,
    source: 'PUBLIC',
    termsVersion,
  };
}

const channelsOf = ({ notifications }: CreateBooking): Pick<BookingFacts, 'notifyByEmail' | 'notifyBySms'> => ({
  notifyByEmail: notifications?.email ?? true,
  notifyBySms: notifications?.sms ?? false,
});

function partyOf({ partySize }: CreateBooking, { capacity }: BookableOffering): number {
  const party = partySize ?? 1;
  if (party > capacity) throw new DomainError('CAPACITY_EXCEEDED', { capacity });
  return party;
}

/** The customer’s address where the artisan comes to them; everywhere else the place is the offering’s. */
function placeOf({ place }: CreateBooking, { locationKind }: BookableOffering): string | null {
  if (locationKind !== 'AT_CUSTOMER') return null;
  const given = place?.trim();
  if (!given) throw new DomainError('PLACE_REQUIRED', { fields: [{ path: 'input.place', rules: ['required'] }] });
  return given;
}

function zoneOf(given: string | null | undefined, { artisans }: BookableOffering): string {
  const zone = given ?? artisans[0]?.timeZone ?? 'Europe/Paris';
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    throw fieldError('input.timeZone', 'zone');
  }
}
