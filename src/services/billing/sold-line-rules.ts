import { DomainError, fieldError, refuseField } from '../kernel/errors.ts';
import { exponentOf, money, type Currency, type Money } from '../kernel/money.ts';
import { discountOn, fullAmount, totalOf, type Discount } from '../kernel/priced-lines.ts';
import { unitCodeOf, type UnitCode } from '../kernel/unit-codes.ts';
import { decimalOf, one, unitPrice } from '../kernel/unit-price.ts';
import { frenchRates, standardRate } from '../kernel/vat.ts';
import type { SoldLine } from './sold-line.ts';

/** What is taken off, as somebody typed it: one of the two. */
export interface TypedDiscount {
  readonly amount?: { readonly amount: number; readonly currency: Currency } | null | undefined;
  readonly basisPoints?: number | null | undefined;
}

/** A line as somebody typed it; the currency is the document's. */
export interface TypedLine {
  readonly description: string;
  readonly quantityThousandths: number;
  readonly unit?: string | null | undefined;
  readonly unitCode?: UnitCode | null | undefined;
  /** A decimal number with a point and up to four decimals: `1.6667`. */
  readonly unitPrice: string;
  /** Basis points; 20 % unless said. */
  readonly taxRate?: number | null | undefined;
  readonly discount?: TypedDiscount | null | undefined;
}

/** Lines and the discount on the whole, of a draft or a quote. */
export interface TypedContent {
  readonly currency: Currency;
  readonly lines: readonly TypedLine[];
  readonly discount?: TypedDiscount | null | undefined;
}

export interface SoldLines {
  readonly lines: SoldLine[];
  readonly discount: Discount | undefined;
}

/** In units of the currency. */
const largestTotal = 10_000_000;

/**
 * What was typed, as lines that can be composed. Refuses each thing that cannot stand by the field: a discount of more than there is,
 * another currency, a total of nothing or above ten million; and a rate that French law does not have with `VAT_RATE_UNKNOWN`.
 */
export function soldLinesOf({ currency, lines: typed, discount: whole }: TypedContent): SoldLines {
  const lines = typed.map((line, i) => soldLineOf(line, currency, `input.lines.${i}`));
  const before = totalOf(lines);
  const discount = discountIn(whole, before, 'input.discount');
  const total = totalOf(lines, discount).amount;
  if (total <= 0) throw fieldError('input.lines', 'totalOfNothing');
  if (total > largestTotal * 10 ** exponentOf(currency))
    throw refuseField({ path: 'input.lines', rules: ['total'], bounds: { max: largestTotal } });
  return { lines, discount };
}

function soldLineOf(typed: TypedLine, currency: Currency, path: string): SoldLine {
  const { description, quantityThousandths: quantity, taxRate } = typed;
  const rate = taxRate ?? standardRate;
  if (!frenchRates.some((known) => known.rate === rate))
    throw new DomainError('VAT_RATE_UNKNOWN', { rate, field: `${path}.taxRate` });
  const tenThousandths = tenThousandthsOf(typed.unitPrice, `${path}.unitPrice`);
  // Before it is an amount: that of the most and the dearest of all is no number that can be counted with.
  if (quantity * tenThousandths > largestTotal * one * 10_000)
    throw refuseField({ path, rules: ['total'], bounds: { max: largestTotal } });
  const line = { description, quantity, ...typedUnit(typed), price: unitPrice(tenThousandths, currency), rate };
  return { ...line, discount: discountIn(typed.discount, fullAmount(line), `${path}.discount`) };
}

const typedUnit = ({ unit, unitCode }: TypedLine) => ({
  unit: unit ?? '',
  unitCode: unitCode ?? unitCodeOf(unit ?? ''),
});

/** `1.6667` as 16667; the input’s own rules have seen to its form, and this is for whoever calls without them. */
function tenThousandthsOf(text: string, path: string): number {
  const [, whole, fraction = ''] = /^(\d{1,8})(?:\.(\d{1,4}))?$/.exec(text) ?? [];
  if (whole === undefined) throw fieldError(path, 'decimal');
  return Number(`${whole}${fraction.padEnd(4, '0')}`);
}

function discountIn(typed: TypedDiscount | null | undefined, of: Money, path: string): Discount | undefined {
  if (!typed) return undefined;
  const { amount, basisPoints } = typed;
  if (isGiven(amount) === isGiven(basisPoints)) throw fieldError(path, 'oneOfTwo');
  return isGiven(amount) ? amountIn(amount, of, path) : { basisPoints: basisPoints as number };
}

const isGiven = <T>(value: T | null | undefined): value is T => value !== null && value !== undefined;

function amountIn(amount: Money, of: Money, path: string): Discount {
  if (amount.currency !== of.currency) throw fieldError(`${path}.amount.currency`, 'currency');
  const discount = { amount: money(amount.amount, amount.currency) };
  if (discount.amount.amount > of.amount) throw fieldError(`${path}.amount`, 'moreThanThereIs');
  discountOn(of, discount);
  return discount;
}

/** The columns of a stored line (`soldLineColumns`). */
export interface StoredLine extends StoredDiscount {
  readonly description: string;
  readonly quantityThousandths: number;
  readonly unit: string;
  /** Null: by the printed word. */
  readonly unitCode: UnitCode | null;
  readonly unitPriceTenThousandths: number;
  readonly taxRate: number;
}
export interface StoredDiscount {
  readonly discountCents: number | null;
  readonly discountBasisPoints: number | null;
}

export const storedDiscount = (discount: Discount | undefined): StoredDiscount => ({
  discountCents: discount !== undefined && 'amount' in discount ? discount.amount.amount : null,
  discountBasisPoints: discount !== undefined && 'basisPoints' in discount ? discount.basisPoints : null,
});

export function discountFrom(stored: StoredDiscount, currency: Currency): Discount | undefined {
  const { discountCents, discountBasisPoints } = stored;
  if ((discountCents ?? null) !== null) return { amount: money(Number(discountCents), currency) };
  return (discountBasisPoints ?? null) === null ? undefined : { basisPoints: Number(discountBasisPoints) };
}

/** A line as it is stored, with its place. */
export const storedLine = (line: SoldLine, i: number): StoredLine & { readonly position: number } => ({
  position: i + 1,
  description: line.description,
  quantityThousandths: line.quantity,
  unit: line.unit,
  unitCode: line.unitCode ?? null,
  unitPriceTenThousandths: 'total' in line.price ? 0 : line.price.tenThousandths,
  taxRate: line.rate ?? standardRate,
  ...storedDiscount(line.discount),
});

export const soldLineFrom = (stored: StoredLine, currency: Currency): SoldLine => ({
  description: stored.description,
  quantity: Number(stored.quantityThousandths),
  unit: stored.unit,
  unitCode: stored.unitCode ?? unitCodeOf(stored.unit),
  price: unitPrice(Number(stored.unitPriceTenThousandths), currency),
  rate: Number(stored.taxRate),
  discount: discountFrom(stored, currency),
});

/** The price of one as the API writes it. */
export const priceText = (tenThousandths: number, currency: Currency): string =>
  decimalOf(unitPrice(tenThousandths, currency));
