/** Amounts of money: whole minor units and a currency (ISO 4217). Never a float, never `* 100`. */

export const currencies = ['EUR', 'XOF'] as const;
export type Currency = (typeof currencies)[number];

export interface Money {
  /** Minor units: cents for EUR, francs for XOF (which has no decimals). */
  readonly amount: number;
  readonly currency: Currency;
}

/** How many decimals a currency writes. Source: ISO 4217, list one. */
const exponents: Record<Currency, number> = { EUR: 2, XOF: 0 };

export const exponentOf = (currency: Currency): number => exponents[currency];

export function money(amount: number, currency: Currency = 'EUR'): Money {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`Not a whole amount of minor units: ${amount}`);
  return { amount, currency };
}

const sameCurrency = (a: Money, b: Money): Currency => {
  if (a.currency !== b.currency) throw new RangeError(`${a.currency} and ${b.currency} do not add up`);
  return a.currency;
};

export const add = (a: Money, b: Money): Money => money(a.amount + b.amount, sameCurrency(a, b));
export const subtract = (a: Money, b: Money): Money => money(a.amount - b.amount, sameCurrency(a, b));
export const times = (a: Money, quantity: number): Money => money(a.amount * quantity, a.currency);
export const sameMoney = (a: Money, b: Money): boolean => a.amount === b.amount && a.currency === b.currency;

/** Shares an amount by weights so that the parts always sum to the whole (largest remainder). */
export function allocate(whole: Money, weights: readonly number[]): Money[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total <= 0 || weights.some((weight) => weight < 0)) throw new RangeError('Weights must be positive');
  const exact = weights.map((weight) => (BigInt(whole.amount) * BigInt(weight)) / BigInt(total));
  const parts = exact.map(Number);
  const remainders = weights.map((weight, i) => ({
    i,
    rest: Number((BigInt(whole.amount) * BigInt(weight)) % BigInt(total)),
  }));
  remainders.sort((a, b) => Math.abs(b.rest) - Math.abs(a.rest) || a.i - b.i);
  let missing = whole.amount - parts.reduce((sum, part) => sum + part, 0);
  for (const { i } of remainders) {
    if (missing === 0) break;
    const step = Math.sign(missing);
    parts[i] = (parts[i] ?? 0) + step;
    missing -= step;
  }
  return parts.map((part) => money(part, whole.currency));
}

/** Net, tax and gross of one line; `gross` is always exactly `net + tax`. */
export interface Taxed {
  readonly net: Money;
  readonly tax: Money;
  readonly gross: Money;
}

/** Adds VAT to a net amount. `rate` is in basis points: 2000 is 20 %. Half a unit rounds away from zero. */
export function addTax(net: Money, rate: number): Taxed {
  const tax = money(roundedShare(net.amount, rate, 10_000), net.currency);
  return { net, tax, gross: add(net, tax) };
}

/** Splits a gross amount (what the customer pays) into net and VAT. `rate` in basis points. */
export function splitTax(gross: Money, rate: number): Taxed {
  const net = money(roundedShare(gross.amount, 10_000, 10_000 + rate), gross.currency);
  return { net, tax: subtract(gross, net), gross };
}

function roundedShare(amount: number, numerator: number, denominator: number): number {
  const scaled = BigInt(Math.abs(amount)) * BigInt(numerator) * 2n + BigInt(denominator);
  return Math.sign(amount) * Number(scaled / (2n * BigInt(denominator)));
}
