/**
 * The one rounding rule of invoices. VAT is computed once per rate on the sum of the lines, half a minor unit away from zero,
 * then shared among the lines by largest remainder: lines, rates and totals always sum. Prices that include VAT are split
 * once per rate, so that the payer pays exactly the gross they saw.
 */
import { add, money, roundTogether, subtract, type Currency, type Money, type Taxed } from './money.ts';
import type { VatCategory } from './vat.ts';

/** Whether the prices of the lines are without VAT or include it. */
export const priceBases = ['NET', 'GROSS'] as const;
export type PriceBasis = (typeof priceBases)[number];

/** Lines are summed by what they bear: a category and a rate in basis points. */
export interface VatKey {
  readonly category: VatCategory;
  readonly rate: number;
}

/** A line before its VAT is known: `amount` is net or gross as the basis says, with its sign. */
export type UntaxedLine = VatKey & { readonly amount: Money };

/** What one rate collects over the whole invoice. */
export interface TaxAtRate extends VatKey {
  readonly net: Money;
  readonly tax: Money;
}

export interface Sums {
  readonly net: Money;
  readonly tax: Money;
  readonly gross: Money;
  /** By rate, the highest first. */
  readonly taxes: readonly TaxAtRate[];
}

const keyOf = ({ category, rate }: VatKey): string => `${category} ${rate}`;

/** The places of the lines that bear the same. */
function groupsOf(lines: readonly VatKey[]): number[][] {
  const groups = new Map<string, number[]>();
  for (const [i, line] of lines.entries()) {
    const group = groups.get(keyOf(line));
    if (group === undefined) groups.set(keyOf(line), [i]);
    else group.push(i);
  }
  return [...groups.values()];
}

/** Net, VAT and gross of each line, in their order. All lines have one currency. */
export function taxLines(lines: readonly UntaxedLine[], basis: PriceBasis): Taxed[] {
  const taxed: Taxed[] = [];
  for (const group of groupsOf(lines)) {
    const amounts = group.map((i) => (lines[i] as UntaxedLine).amount);
    const rate = BigInt((lines[group[0] as number] as UntaxedLine).rate);
    const share = basis === 'NET' ? [rate, 10_000n] : [10_000n, 10_000n + rate];
    const parts = roundTogether(
      amounts.map(({ amount }) => BigInt(amount) * (share[0] as bigint)),
      share[1] as bigint,
    );
    for (const [at, i] of group.entries()) taxed[i] = taxedAmount(amounts[at] as Money, parts[at] as number, basis);
  }
  return taxed;
}

function taxedAmount(amount: Money, part: number, basis: PriceBasis): Taxed {
  const other = money(part, amount.currency);
  return basis === 'NET'
    ? { net: amount, tax: other, gross: add(amount, other) }
    : { net: other, tax: subtract(amount, other), gross: amount };
}

const sumOf = (lines: readonly Taxed[], part: keyof Taxed, currency: Currency): Money =>
  lines.reduce((sum, line) => add(sum, line[part]), money(0, currency));

/** What the lines come to, by rate and together. */
export function sumsOf(lines: readonly (VatKey & Taxed)[], currency: Currency): Sums {
  const taxes = groupsOf(lines).map((group): TaxAtRate => {
    const own = group.map((i) => lines[i] as VatKey & Taxed);
    const { category, rate } = own[0] as VatKey & Taxed;
    return { category, rate, net: sumOf(own, 'net', currency), tax: sumOf(own, 'tax', currency) };
  });
  return {
    net: sumOf(lines, 'net', currency),
    tax: sumOf(lines, 'tax', currency),
    gross: sumOf(lines, 'gross', currency),
    taxes: taxes.sort((a, b) => b.rate - a.rate || (a.category < b.category ? -1 : 1)),
  };
}
