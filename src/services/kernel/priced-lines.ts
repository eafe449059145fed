/**
 * What lines come to, for every document that has some: discounts first, then the VAT by the one rounding rule. Amounts are with or
 * without VAT as the basis of the document says; the results are always both.
 */
import { taxLines, type PriceBasis, type VatKey } from './invoice-sums.ts';
import { add, allocate, money, roundTogether, splitTax, subtract, type Money, type Taxed } from './money.ts';
import { priceOf, priceOfOne, type UnitPrice } from './unit-price.ts';

/** Taken off an amount: a part of it in basis points, or so much. In the basis of the document. */
export type Discount = { readonly basisPoints: number } | { readonly amount: Money };

export interface PricedLine {
  /** Thousandths. */
  readonly quantity: number;
  /** The price of one; or what all cost together, where that is known first. */
  readonly price: UnitPrice | { readonly total: Money };
  readonly discount?: Discount | undefined;
}

/** A line with all its figures, as documents show them. */
export interface ComposedLine extends Taxed {
  /** Without VAT. */
  readonly unitPrice: UnitPrice;
  /** Taken off the line, without VAT; absent where nothing is. */
  readonly discount?: Money;
}

/** What a line costs before its discount. */
export const fullAmount = ({ quantity, price }: PricedLine): Money =>
  'total' in price ? price.total : priceOf(quantity, price);

/** What a discount takes off an amount. Throws for more than there is. */
export function discountOn(amount: Money, discount: Discount | undefined): Money {
  if (discount === undefined) return money(0, amount.currency);
  const taken = 'amount' in discount ? discount.amount : partOf(amount, discount.basisPoints);
  if (taken.amount < 0 || taken.amount > amount.amount) throw new RangeError(`Not a discount on ${amount.amount}`);
  return taken;
}

const partOf = ({ amount, currency }: Money, basisPoints: number): Money =>
  money(roundTogether([BigInt(amount) * BigInt(basisPoints)], 10_000n)[0] ?? 0, currency);

const sum = (amounts: readonly Money[], zero: Money): Money => amounts.reduce(add, zero);

/** What is taken off each line: its own discount, and its part of the one on the whole, by what each line comes to. */
export function discountsOf(lines: readonly PricedLine[], whole?: Discount): Money[] {
  const [first] = lines;
  if (first === undefined) return [];
  const own = lines.map((line) => discountOn(fullAmount(line), line.discount));
  const left = lines.map((line, i) => subtract(fullAmount(line), own[i] as Money));
  const taken = discountOn(sum(left, money(0, fullAmount(first).currency)), whole);
  if (taken.amount === 0) return own;
  const shared = allocate(
    taken,
    left.map(({ amount }) => amount),
  );
  return own.map((discount, i) => add(discount, shared[i] as Money));
}

/** What the lines come to after all discounts, in their basis. */
export function totalOf(lines: readonly PricedLine[], whole?: Discount): Money {
  const discounts = discountsOf(lines, whole);
  const amounts = lines.map((line, i) => subtract(fullAmount(line), discounts[i] as Money));
  const [first = money(0)] = amounts;
  return sum(amounts, money(0, first.currency));
}

/** Every figure of each line. */
export function composeLines(
  lines: readonly (PricedLine & VatKey)[],
  { basis, discount }: { readonly basis: PriceBasis; readonly discount?: Discount | undefined },
): ComposedLine[] {
  const discounts = discountsOf(lines, discount);
  const bearing = lines.map((line, i) => ({
    category: line.category,
    rate: line.rate,
    amount: subtract(fullAmount(line), discounts[i] as Money),
  }));
  return taxLines(bearing, basis).map((taxed, i) =>
    withPrice(lines[i] as PricedLine & VatKey, taxed, { basis, discount: discounts[i] as Money }),
  );
}

/** A price without VAT stays as it was given; of one that includes it, the net amount decides. */
function withPrice(
  { quantity, price, rate }: PricedLine & VatKey,
  taxed: Taxed,
  { basis, discount }: { readonly basis: PriceBasis; readonly discount: Money },
): ComposedLine {
  const net = basis === 'NET' ? discount : splitTax(discount, rate).net;
  const unitPrice = basis === 'NET' && !('total' in price) ? price : priceOfOne(add(taxed.net, net), quantity);
  return { unitPrice, ...(net.amount === 0 ? {} : { discount: net }), ...taxed };
}
