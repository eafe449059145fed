/** The kinds of values that a mail may show. Each is JSON: a mail waits in a table until it is sent. */
import { z } from 'zod';
import { currencies, type Money } from '../../kernel/money.ts';

export const variable = {
  /** Text as a person reads it; empty when there is none. */
  text: z.string('is not a text'),
  /** An absolute link: a mail has no page to be relative to. */
  webAddress: z.string('is not a web address').refine(isWebAddress, 'is not a web address'),
  /** RFC 3339, with its offset. */
  instant: z.iso.datetime({ offset: true, error: 'is not an instant' }),
  /** `YYYY-MM-DD`. */
  localDate: z.iso.date('is not a date'),
  /** Minor units and their currency. */
  amount: z.custom<Money>(isMoney, 'is not an amount of money'),
  count: z.int('is not a whole number'),
  flag: z.boolean('is neither true nor false'),
  /** Things that a mail repeats with `{{#each …}}`. */
  list: <Shape extends z.ZodRawShape>(shape: Shape) => z.array(z.object(shape), 'is not a list').readonly(),
};

function isWebAddress(value: string): boolean {
  const url = URL.parse(value);
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:');
}

function isMoney(value: unknown): boolean {
  const { amount, currency } = (value ?? {}) as Partial<Record<keyof Money, unknown>>;
  return Number.isSafeInteger(amount) && (currencies as readonly unknown[]).includes(currency);
}
