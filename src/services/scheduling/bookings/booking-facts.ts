import { timeZoneNamed } from '../../kernel/time-zone.ts';
import type { Actor } from '../../access/actor.ts';
import { normalEmail } from '../../identity/index.ts';
import { DomainError, fieldError } from '../../kernel/errors.ts';
import type { Db } from '../../platform/context.ts';
import { requirePhone } from '../phone.ts';
import { answersTo, questionsOf } from './answers.ts';
import { readTogether } from './read-together.ts';
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
  const questions = await readTogether(db, `questions ${offering.id}`, () => questionsOf(db, offering.id));
  return {
    userId: actor.userId,
    customerName: customer.name,
    customerEmail: normalEmail(customer.email),
    customerPhone: phoneOf(input, offering),
    customerTimeZone: zoneOf(input.timeZone, offering),
    locale,
    partySize: input.partySize ?? 1,
    ...channelsOf(input),
    place: placeOf(input, offering),
    answers: answersTo(questions, input.answers ?? []),
    customerNote: note?.trim() || null,
    source: 'PUBLIC',
    termsVersion,
    ...input.about,
  };
}

const channelsOf = ({ notifications }: CreateBooking): Pick<BookingFacts, 'notifyByEmail' | 'notifyBySms'> => ({
  notifyByEmail: notifications?.email ?? true,
  notifyBySms: notifications?.sms ?? false,
});

/** In E.164, read by the country of the artisan. Text messages want a number, and one that they reach. */
function phoneOf({ customer, notifications }: CreateBooking, { artisans }: BookableOffering): string | null {
  const path = 'input.customer.phone';
  const mustBeMobile = notifications?.sms ?? false;
  if (customer.phone)
    return requirePhone(customer.phone, { country: artisans[0]?.country ?? 'FR', path, mustBeMobile });
  if (mustBeMobile) throw new DomainError('PHONE_NOT_MOBILE', { fields: [{ path, rules: ['required'] }] });
  return null;
}

/** The customer’s address where the artisan comes to them; everywhere else the place is the offering’s. */
export function placeOf({ place }: Pick<CreateBooking, 'place'>, { locationKind }: BookableOffering): string | null {
  if (locationKind !== 'AT_CUSTOMER') return null;
  const given = place?.trim();
  if (!given) throw new DomainError('PLACE_REQUIRED', { fields: [{ path: 'input.place', rules: ['required'] }] });
  return given;
}

function zoneOf(given: string | null | undefined, { artisans }: BookableOffering): string {
  const zone = timeZoneNamed(given ?? artisans[0]?.timeZone ?? 'Europe/Paris');
  if (zone === undefined) throw fieldError('input.timeZone', 'zone');
  return zone;
}
