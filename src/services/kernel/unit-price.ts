/** Prices of one unit and quantities, as whole numbers: ten-thousandths of the currency, and thousandths. */
import { exponentOf, money, roundTogether, type Currency, type Money } from './money.ts';

/** The price of one. Never negative: a line that takes something back has a negative quantity. */
export interface UnitPrice {
  /** Ten-thousandths of the currency itself: 1.5 € is 15 000, 1.5 F CFA too. */
  readonly tenThousandths: number;
  readonly currency: Currency;
}

/** One, as a quantity in thousandths. */
export const one = 1_000;

/** How many ten-thousandths of the currency are in one of its minor units: 100 for a cent, 10 000 for a franc. */
const perMinorUnit = (currency: Currency): number => 10 ** (4 - exponentOf(currency));

export function unitPrice(tenThousandths: number, currency: Currency = 'EUR'): UnitPrice {
  if (!Number.isSafeInteger(tenThousandths) || tenThousandths < 0)
    throw new RangeError(`Not a price in whole ten-thousandths: ${tenThousandths}`);
  return { tenThousandths, currency };
}

/** An amount as the price of one. */
export const asUnitPrice = ({ amount, currency }: Money): UnitPrice =>
  unitPrice(amount * perMinorUnit(currency), currency);

/** Quantity × price, rounded once, half a minor unit away from zero. `quantity` in thousandths, with the sign of the line. */
export function priceOf(quantity: number, { tenThousandths, currency }: UnitPrice): Money {
  const exact = BigInt(quantity) * BigInt(tenThousandths);
  return money(roundTogether([exact], BigInt(one * perMinorUnit(currency)))[0] ?? 0, currency);
}

/**
 * The price of one when so many cost this much, to the nearest ten-thousandth: what is printed where the amount of the line
 * is known first. The amount and the quantity have the same sign.
 */
export function priceOfOne({ amount, currency }: Money, quantity: number): UnitPrice {
  const exact = BigInt(Math.abs(amount)) * BigInt(one * perMinorUnit(currency));
  return unitPrice(roundTogether([exact], BigInt(Math.abs(quantity)))[0] ?? 0, currency);
}

/** The price as a decimal number with a point, without useless zeros: `1.6667`, `200`. */
export function decimalOf({ tenThousandths }: UnitPrice): string {
  const digits = String(tenThousandths).padStart(5, '0');
  const fraction = digits.slice(-4).replace(/0+$/, '');
  return fraction === '' ? digits.slice(0, -4) : `${digits.slice(0, -4)}.${fraction}`;
}
