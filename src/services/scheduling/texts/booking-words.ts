import { localDateOf } from '../../kernel/format.ts';
import { gsmText, textLength } from '../../kernel/gsm7.ts';
import type { Locale } from '../../kernel/locale.ts';

export type BookingTextKind = 'booking-confirmation' | 'booking-reminder' | 'booking-cancellation' | 'booking-move';

/** What a text about a booking says. */
export interface TextFacts {
  readonly offeringName: string;
  readonly code: string;
  /** Where the booking is managed. */
  readonly link: string;
  readonly startsAt: Date;
  /** The artisan's. */
  readonly timeZone: string;
  /** Of whoever reads: their time is shown beside, where clocks differ. */
  readonly readerZone: string;
  readonly now: Date;
}

interface Said {
  readonly name: string;
  /** `demain à 10h00`. */
  readonly when: string;
  readonly code: string;
  readonly link: string;
}

type Words = Readonly<Record<BookingTextKind, (said: Said) => string>>;

const words: Readonly<Record<Locale, Words>> = {
  fr: {
    'booking-confirmation': ({ name, when, code, link }) =>
      `RDV confirmé : ${name} ${when}. Code ${code}. Gérer : ${link}`,
    'booking-reminder': ({ name, when, code, link }) => `Rappel : RDV ${name} ${when}. Code ${code}. Gérer : ${link}`,
    'booking-cancellation': ({ name, when, code, link }) =>
      `RDV annulé : ${name} ${when}. Code ${code}. Détails : ${link}`,
    'booking-move': ({ name, when, code, link }) => `RDV déplacé : ${name} ${when}. Code ${code}. Gérer : ${link}`,
  },
  en: {
    'booking-confirmation': ({ name, when, code, link }) =>
      `Booking confirmed: ${name} ${when}. Code ${code}. Manage: ${link}`,
    'booking-reminder': ({ name, when, code, link }) => `Reminder: ${name} ${when}. Code ${code}. Manage: ${link}`,
    'booking-cancellation': ({ name, when, code, link }) =>
      `Booking cancelled: ${name} ${when}. Code ${code}. Details: ${link}`,
    'booking-move': ({ name, when, code, link }) => `Booking moved: ${name} ${when}. Code ${code}. Manage: ${link}`,
  },
};

const oneSegment = 160;
/** The name of what was booked is shortened before anything else, to this at the least. */
const shortestName = 8;

/** One segment within GSM-7, as long as the link has no more than 60 characters. */
export function writeBookingText(kind: BookingTextKind, locale: Locale, facts: TextFacts): string {
  const { code, link } = facts;
  const written = (name: string): string => words[locale][kind]({ name, when: whenOf(facts, locale), code, link });
  const name = gsmText(facts.offeringName.replace(/\s+/g, ' ').trim());
  const { isGsm, units } = textLength(written(name));
  if (!isGsm || units <= oneSegment) return written(name);
  return written(shortened(name, Math.max(shortestName, textLength(name).units - (units - oneSegment))));
}

/** The longest beginning of a name that takes so many septets, with a full stop for what is left out. */
function shortened(name: string, most: number): string {
  let kept = '';
  for (const one of name) {
    if (textLength(kept + one).units > most - 1) break;
    kept += one;
  }
  return `${kept.replace(/[\s\p{P}]+$/u, '')}.`;
}

function whenOf({ startsAt, timeZone, readerZone, now }: TextFacts, locale: Locale): string {
  const there = clockOf(startsAt, timeZone, locale);
  const here = clockOf(startsAt, readerZone, locale);
  const day = dayOf(startsAt, { now, timeZone, locale });
  const isThatDay = localDateOf(startsAt, timeZone) === localDateOf(startsAt, readerZone);
  if (isThatDay && there === here) return `${day}${there}`;
  const hereDay = isThatDay ? '' : shortDay(Temporal.PlainDate.from(localDateOf(startsAt, readerZone)), locale);
  return `${day}${there} (${hereDay}${here} ${locale === 'fr' ? 'chez vous' : 'your time'})`;
}

/** Of whoever reads far away, for whom it is the day before or after. */
const shortDay = (day: Temporal.PlainDate, locale: Locale): string =>
  locale === 'fr' ? `${numeric(day, '/')} à ` : `${day.day} ${months[day.month - 1]} `;

function dayOf(at: Date, { now, timeZone, locale }: { now: Date; timeZone: string; locale: Locale }): string {
  const [day, today] = [localDateOf(at, timeZone), localDateOf(now, timeZone)].map((date) =>
    Temporal.PlainDate.from(date),
  );
  if (day === undefined || today === undefined) return '';
  const ahead = today.until(day).days;
  if (locale === 'fr') return ahead === 0 ? "aujourd'hui à " : ahead === 1 ? 'demain à ' : `le ${numeric(day, '/')} à `;
  return ahead === 0 ? 'today at ' : ahead === 1 ? 'tomorrow at ' : `on ${day.day} ${months[day.month - 1]} at `;
}

const numeric = ({ day, month }: Temporal.PlainDate, sign: string): string =>
  [day, month].map((part) => String(part).padStart(2, '0')).join(sign);

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function clockOf(at: Date, zone: string, locale: Locale): string {
  const { hour, minute } = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
  return `${hour}${locale === 'fr' ? 'h' : ':'}${String(minute).padStart(2, '0')}`;
}
