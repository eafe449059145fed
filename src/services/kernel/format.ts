/**
 * Formats amounts, dates, rates and quantities for people, in French and in English. Written by hand rather than taken
 * from the runtime's locale data, so that the same document gives the same bytes on every machine and version. French
 * follows the Imprimerie nationale: U+202F (narrow no-break space) groups thousands and precedes %, U+00A0 (no-break
 * space) precedes a currency or joins a day to its month.
 */
import type { Locale } from './locale.ts';
import { exponentOf } from './money.ts';
import type { Currency, Money } from './money.ts';
import type { UnitPrice } from './unit-price.ts';

const NARROW = '\u202f';
const FIXED = '\u00a0';
const MINUS = '\u2212';

const separators: Record<Locale, { group: string; decimal: string }> = {
  fr: { group: NARROW, decimal: ',' },
  en: { group: ',', decimal: '.' },
};

const months: Record<Locale, readonly string[]> = {
  fr: [
    'janvier',
    'février',
    'mars',
    'avril',
    'mai',
    'juin',
    'juillet',
    'août',
    'septembre',
    'octobre',
    'novembre',
    'décembre',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
};

const signs: Record<Locale, Record<Currency, (digits: string) => string>> = {
  fr: { EUR: (digits) => `${digits}${FIXED}€`, XOF: (digits) => `${digits}${FIXED}F${NARROW}CFA` },
  en: { EUR: (digits) => `€${digits}`, XOF: (digits) => `F${NARROW}CFA${FIXED}${digits}` },
};

/** A whole number of `10^-exponent` units with its separators: `(145000, 2)` is `1 450,00`. The sign is left out. */
function decimals(units: number, exponent: number, locale: Locale): string {
  const digits = String(Math.abs(units)).padStart(exponent + 1, '0');
  const { group, decimal } = separators[locale];
  const whole = digits.slice(0, digits.length - exponent).replace(/\B(?=(\d{3})+$)/g, group);
  return exponent === 0 ? whole : `${whole}${decimal}${digits.slice(-exponent)}`;
}

const signed = (value: number, text: string): string => (value < 0 ? MINUS + text : text);

/** `1 450,00 €`, `€1,450.00`; XOF has no decimals: `1 450 F CFA`. Negative amounts carry a true minus sign. */
export function formatMoney({ amount, currency }: Money, locale: Locale): string {
  return signed(amount, signs[locale][currency](decimals(amount, exponentOf(currency), locale)));
}

/** A rate in basis points: 2000 is `20 %` (`20%` in English), 550 is `5,5 %`. */
export function formatRate(basisPoints: number, locale: Locale): string {
  const digits = withoutTrailingZeros(decimals(basisPoints, 2, locale), locale);
  return signed(basisPoints, `${digits}${locale === 'fr' ? NARROW : ''}%`);
}

/** A quantity in thousandths, without useless zeros: 1 250 000 is `1 250`, 1 500 is `1,5`. */
export function formatQuantity(thousandths: number, locale: Locale): string {
  if (!Number.isSafeInteger(thousandths)) throw new RangeError(`Not a quantity in thousandths: ${thousandths}`);
  return signed(thousandths, withoutTrailingZeros(decimals(thousandths, 3, locale), locale));
}

/** The price of one, as an amount with up to four decimals: `200,00 €`, `1,6667 €`, `12,5 F CFA`. */
export function formatUnitPrice({ tenThousandths, currency }: UnitPrice, locale: Locale): string {
  const [whole = '', fraction = ''] = decimals(tenThousandths, 4, locale).split(separators[locale].decimal);
  const kept = fraction.replace(/0+$/, '').padEnd(exponentOf(currency), '0');
  return signs[locale][currency](kept === '' ? whole : `${whole}${separators[locale].decimal}${kept}`);
}

function withoutTrailingZeros(text: string, locale: Locale): string {
  const [whole = '', fraction = ''] = text.split(separators[locale].decimal);
  const kept = fraction.replace(/0+$/, '');
  return kept === '' ? whole : `${whole}${separators[locale].decimal}${kept}`;
}

/** Spells out a local date (`2026-11-20`): `20 novembre 2026`, `1er janvier 2026`, `20 November 2026`. */
export function formatDate(localDate: string, locale: Locale): string {
  const { year, month, day } = Temporal.PlainDate.from(localDate);
  const ordinal = locale === 'fr' && day === 1 ? '1er' : String(day);
  return `${ordinal}${FIXED}${months[locale][month - 1] ?? ''}${FIXED}${year}`;
}

const joined: Record<Locale, (date: string, hour: string, minute: string) => string> = {
  fr: (date, hour, minute) => `${date} à ${hour}${FIXED}h${FIXED}${minute}`,
  en: (date, hour, minute) => `${date} at ${hour}:${minute}`,
};

/** Formats an instant in a time zone: `20 novembre 2026 à 14 h 05`, `20 November 2026 at 14:05`. */
export function formatInstant(instant: Date, { locale, timeZone }: { locale: Locale; timeZone: string }): string {
  const { hour, minute } = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone);
  return joined[locale](
    formatDate(localDateOf(instant, timeZone), locale),
    String(hour),
    String(minute).padStart(2, '0'),
  );
}

const weekdayNames: Record<Locale, readonly string[]> = {
  fr: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
};

/** An instant with its day of the week: `mardi 12 janvier 2027 à 10 h 00`, `Tuesday 12 January 2027 at 10:00`. */
export function formatAppointment(instant: Date, zoned: { locale: Locale; timeZone: string }): string {
  const { dayOfWeek } = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zoned.timeZone);
  return `${weekdayNames[zoned.locale][dayOfWeek - 1] ?? ''} ${formatInstant(instant, zoned)}`;
}

/** The time of an instant: `10 h 00`, `10:00`. */
export function formatTime(instant: Date, { locale, timeZone }: { locale: Locale; timeZone: string }): string {
  const { hour, minute } = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone);
  const digits = String(minute).padStart(2, '0');
  return locale === 'fr' ? `${hour}${FIXED}h${FIXED}${digits}` : `${hour}:${digits}`;
}

const elsewhere: Record<Locale, (time: string) => string> = {
  fr: (time) => `${time} chez vous`,
  en: (time) => `${time} where you are`,
};

/**
 * An instant with its day of the week where it happens, and where the reader is beside it when clocks differ there, with the day when
 * it is another one: `mardi 12 janvier 2027 à 10 h 00 (4 h 00 chez vous)`.
 */
export function formatAppointmentFor(
  instant: Date,
  { locale, timeZone, readerZone }: { locale: Locale; timeZone: string; readerZone: string },
): string {
  const there = formatAppointment(instant, { locale, timeZone });
  const here = formatAppointment(instant, { locale, timeZone: readerZone });
  if (here === there) return there;
  const isSameDay = localDateOf(instant, timeZone) === localDateOf(instant, readerZone);
  return `${there} (${elsewhere[locale](isSameDay ? formatTime(instant, { locale, timeZone: readerZone }) : here)})`;
}

/** The local date (`2026-11-20`) that an instant falls on in a time zone. */
export const localDateOf = (instant: Date, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone).toPlainDate().toString();
