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

/**
 * Rounds the sum of `numerators / denominator` once, half a unit away from zero, and shares it so that the parts always sum
 * to it: every part is its exact value rounded down or up, the largest remainders are rounded up. Nothing stays nothing.
 */
export function roundTogether(numerators: readonly bigint[], denominator: bigint): number[] {
  const sum = numerators.reduce((total, numerator) => total + numerator, 0n);
  if (sum < 0n) {
    return roundTogether(
      numerators.map((numerator) => -numerator),
      denominator,
    ).map((part) => (part === 0 ? 0 : -part));
  }
  const remainders = numerators.map((numerator) => ((numerator % denominator) + denominator) % denominator);
  const parts = numerators.map((numerator, i) => (numerator - (remainders[i] ?? 0n)) / denominator);
  const rounded = (2n * sum + denominator) / (2n * denominator);
  const missing = Number(rounded - parts.reduce((total, part) => total + part, 0n));
  const byRemainder = remainders.map((rest, i) => ({ rest, i }));
  byRemainder.sort((a, b) => (a.rest === b.rest ? a.i - b.i : a.rest > b.rest ? -1 : 1));
  for (const { i } of byRemainder.slice(0, missing)) parts[i] = (parts[i] ?? 0n) + 1n;
  return parts.map(Number);
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

/** Francs CFA for 1 000 euros: fixed by the Council decision 98/683/EC (655.957 for one). */
const francsForThousandEuros = 655_957;

/** What an amount in francs CFA is in euros, by the fixed parity. Half a cent rounds away from zero. */
export const inEuros = ({ amount, currency }: Money): Money =>
  money(currency === 'EUR' ? amount : roundedShare(amount, 100_000, francsForThousandEuros));

/** `amount × numerator / denominator`, half a unit away from zero. */
function roundedShare(amount: number, numerator: number, denominator: number): number {
  return roundTogether([BigInt(amount) * BigInt(numerator)], BigInt(denominator))[0] ?? 0;
}
