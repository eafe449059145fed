import { ValidateBy } from 'class-validator';
import { parse } from 'tldts';
import { hasUnseen, looksLikeAddress } from '../../services/kernel/names.ts';
import { lengthOf, lines, oneLine } from '../../services/kernel/text.ts';

/**
 * Each text of an input has one of these rules: how it is normalized, and how long it may be, in characters as
 * databases count them. What no text may contain is refused before (`checkInputs`).
 */
type Tidy = (text: string) => string;

const tidies = new WeakMap<object, Map<string, Tidy>>();

/** How the texts of a class are put right, those of its ancestors included. */
export function tidiesOf(prototype: object | null): readonly (readonly [string, Tidy])[] {
  if (prototype === null || prototype === Object.prototype) return [];
  return [...tidiesOf(Object.getPrototypeOf(prototype) as object | null), ...(tidies.get(prototype) ?? [])];
}

/** Of one rule, or of each item of a list. */
interface Options {
  readonly each?: boolean;
}

const rule = (
  name: string,
  holds: (text: string) => boolean,
  { constraints = [], each = false }: Options & { constraints?: unknown[] } = {},
): PropertyDecorator =>
  ValidateBy(
    {
      name,
      constraints,
      validator: { validate: (value) => typeof value === 'string' && holds(value), defaultMessage: () => name },
    },
    { each },
  );

/** Named as class-validator names its own, which count differently: `isLength` where there is a least length, else `maxLength`. */
const lengths = (least: number, most: number, options: Options = {}): PropertyDecorator[] => [
  least > 0
    ? rule('isLength', (text) => lengthOf(text) >= least && lengthOf(text) <= most, {
        ...options,
        constraints: [least, most],
      })
    : rule('maxLength', (text) => lengthOf(text) <= most, { ...options, constraints: [most] }),
];

const tidied =
  (tidy: Tidy): PropertyDecorator =>
  (prototype, property) => {
    const known = tidies.get(prototype) ?? new Map<string, Tidy>();
    tidies.set(prototype, known.set(String(property), tidy));
  };

const together =
  (decorators: readonly PropertyDecorator[]): PropertyDecorator =>
  (prototype, property) => {
    for (const decorate of decorators) decorate(prototype, property);
  };

/** One line: blanks around it go, a line break within is a blank. */
export const Line = (least: number, most: number, options: Options = {}): PropertyDecorator =>
  together([tidied(oneLine), ...lengths(least, most, options)]);

/** Several lines, whatever ends them on the sender's system. */
export const Lines = (least: number, most: number): PropertyDecorator =>
  together([tidied(lines), ...lengths(least, most)]);

/** Several lines, trimmed, without markup. */
export const PlainLines = (least: number, most: number): PropertyDecorator =>
  together([
    tidied((text) => lines(text).trim()),
    ...lengths(least, most),
    rule('matches', (text) => !/[<>]/.test(text)),
  ]);

/** A secret, unchanged. */
export const Secret = (most: number): PropertyDecorator => together(lengths(0, most));

/** Under a suffix of the public list. */
const isDomain = (host: string): boolean => parse(host).isIcann === true;

const named = (most: number, shape: RegExp, least = 1): PropertyDecorator =>
  together([
    tidied((text) =>
      text
        .trim()
        .replace(/[^\S\t\n\r]+/g, ' ')
        .normalize('NFC'),
    ),
    ...lengths(least, most),
    rule('matches', (text) => shape.test(text) && !/[\t\n\r]/.test(text) && !hasUnseen(text)),
    rule('address', (text) => !looksLikeAddress(text, isDomain)),
  ]);

/** A person's name: at least one letter, no invisible characters, and no address. */
export const PersonName = (least = 1): PropertyDecorator => named(50, /\p{L}/u, least);

/** The whole name of a person, first and last: like one of them, and as long as a mail has room for. */
export const FullName = (): PropertyDecorator => named(255, /\p{L}/u, 2);

/** The name of a thing: like a person's name, but digits are enough. */
export const Label = (most: number, least = 1): PropertyDecorator => named(most, /[\p{L}\p{N}]/u, least);
