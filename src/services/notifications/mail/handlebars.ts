/** Handlebars as the mails use it: strict, a closed list of helpers, one environment per language. */
import Handlebars from 'handlebars';
import { formatAppointmentFor, formatDate, formatInstant, formatMoney, localDateOf } from '../../kernel/format.ts';
import type { Locale } from '../../kernel/locale.ts';
import { currencies, money, type Currency } from '../../kernel/money.ts';
import { withWholeValues, wrapped } from './wrap.ts';

export type Template = (data: object) => string;

export interface TemplateCompiler {
  /** HTML: every value is escaped. */
  html(source: string): Template;
  /** Plain text: values as they are. */
  text(source: string): Template;
}

/** Handlebars' defaults, given explicitly: otherwise it writes to the console when a template meets a prototype. */
const ownPropertiesOnly = { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false };

export function templateCompiler(locale: Locale, timeZone: string): TemplateCompiler {
  const handlebars = Handlebars.create();
  const helpers = helpersFor(locale, timeZone);
  handlebars.registerHelper(helpers);
  const knownHelpers = Object.fromEntries(Object.keys(helpers).map((name) => [name, true]));
  const compile = (source: string, noEscape: boolean): Template => {
    const template = handlebars.compile<object>(source, {
      strict: true,
      knownHelpersOnly: true,
      knownHelpers,
      noEscape,
    });
    return (data) => template(data, ownPropertiesOnly);
  };
  return { html: (source) => compile(source, false), text: (source) => compile(source, true) };
}

/** Strict mode does not look at what helpers are given, so each refuses a value that it cannot format. */
function helpersFor(locale: Locale, timeZone: string): Handlebars.HelperDeclareSpec {
  return {
    /** `{{formatDate paidAt}}`: an RFC 3339 instant (read in the mails' time zone) or a local date. */
    formatDate: (value: unknown) => {
      const date = asText(value, 'formatDate');
      const local = /^\d{4}-\d{2}-\d{2}$/.test(date) ? date : localDateOf(new Date(date), timeZone);
      return formatDate(local, locale);
    },
    /** `{{formatInstant at}}`: an RFC 3339 instant, to the minute, in the mails’ time zone. */
    formatInstant: (value: unknown) => formatInstant(new Date(asText(value, 'formatInstant')), { locale, timeZone }),
    /** `{{formatAppointment at timeZone readerZone}}`: with its weekday, there and where the reader is. */
    formatAppointment: (value: unknown, timeZone: unknown, readerZone: unknown) =>
      formatAppointmentFor(new Date(asText(value, 'formatAppointment')), {
        locale,
        timeZone: asText(timeZone, 'formatAppointment'),
        readerZone: asText(readerZone, 'formatAppointment'),
      }),
    /** `{{formatPrice amount}}`: a `Money`. */
    formatPrice: (value: unknown) => formatMoney(asMoney(value), locale),
    /** `{{capitalize name}}`: the first letter as a capital, the rest as it is. */
    capitalize: (value: unknown) => {
      const [first = '', ...rest] = asText(value, 'capitalize');
      return first.toLocaleUpperCase(locale) + rest.join('');
    },
    /** `{{quote excerpt}}`, in text parts: what someone else wrote, each line after `> `. */
    quote: (value: unknown) =>
      asText(value, 'quote')
        .split(/\r\n|[\r\n\u2028\u2029]/)
        .map((line) => `> ${line}`)
        .join('\n'),
    /** `{{#wrap}}…{{/wrap}}`, in text parts: prose, in lines that are not too long. */
    wrap(this: object, { fn }: Handlebars.HelperOptions) {
      return wrapped(fn(withWholeValues(this)));
    },
  };
}

function asText(value: unknown, helper: string): string {
  if (typeof value !== 'string') throw new TypeError(`${helper} requires a text`);
  return value;
}

function asMoney(value: unknown): ReturnType<typeof money> {
  const { amount, currency } = (value ?? {}) as { amount?: unknown; currency?: unknown };
  if (typeof amount !== 'number' || !currencies.includes(currency as Currency))
    throw new TypeError('formatPrice requires a Money');
  return money(amount, currency as Currency);
}
