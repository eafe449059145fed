/**
 * How a credit is shared over the rates of its invoice: by what is left of each. Within a rate, the net of what is
 * left afterwards is rounded once, half a unit away from zero: however many credits there are, their VAT is never a unit off,
 * and the last one takes exactly the rest.
 */
import type { TaxAtRate, VatKey } from './invoice-sums.ts';
import { add, allocate, money, roundTogether, subtract, type Currency, type Money, type Taxed } from './money.ts';

const isSameKey = (a: VatKey, b: VatKey): boolean => a.category === b.category && a.rate === b.rate;
const grossOf = ({ net, tax }: TaxAtRate): Money => add(net, tax);

/** What of an invoice its credit notes have left, by rate. */
export const leftToCredit = (invoiced: readonly TaxAtRate[], credited: readonly TaxAtRate[]): TaxAtRate[] =>
  invoiced.map((at) =>
    credited
      .filter((other) => isSameKey(at, other))
      .reduce((left, { net, tax }) => ({ ...left, net: subtract(left.net, net), tax: subtract(left.tax, tax) }), at),
  );

/** What is left of all rates together, VAT included. */
export const grossLeft = (left: readonly TaxAtRate[], currency: Currency): Money =>
  left.reduce((sum, at) => add(sum, grossOf(at)), money(0, currency));

/** An invoice and what its credit notes say, by rate. */
export interface Credited {
  readonly invoiced: readonly TaxAtRate[];
  readonly credited: readonly TaxAtRate[];
}

/** Net, VAT and gross of a credit at each rate that has a part of it. Throws for more than is left. */
export function shareCredit(amount: Money, { invoiced, credited }: Credited): (VatKey & Taxed)[] {
  const left = leftToCredit(invoiced, credited);
  const whole = grossLeft(left, amount.currency).amount;
  if (amount.amount <= 0 || amount.amount > whole)
    throw new RangeError(`Not a credit of ${whole} or less: ${amount.amount}`);
  const parts = allocate(
    amount,
    left.map((at) => grossOf(at).amount),
  );
  return creditAtRates(
    invoiced.map(({ category, rate }, i) => ({ category, rate, gross: parts[i] as Money })),
    { invoiced, credited },
  );
}

/** So much at one rate, VAT included. */
export type GrossAtRate = VatKey & { readonly gross: Money };

/** Net, VAT and gross of a credit that says how much it takes at each rate. Throws for more than is left of one. */
export function creditAtRates(wanted: readonly GrossAtRate[], { invoiced, credited }: Credited): (VatKey & Taxed)[] {
  const left = leftToCredit(invoiced, credited);
  return invoiced.flatMap((at, i) => {
    const gross = wanted
      .filter((one) => isSameKey(one, at))
      .reduce((sum, one) => add(sum, one.gross), money(0, at.net.currency));
    const rest = left[i] as TaxAtRate;
    if (gross.amount < 0 || gross.amount > grossOf(rest).amount)
      throw new RangeError(`Not a credit of ${grossOf(rest).amount} or less: ${gross.amount}`);
    if (gross.amount === 0) return [];
    const net = subtract(rest.net, netOf(at, subtract(grossOf(rest), gross)));
    return [{ category: at.category, rate: at.rate, net, tax: subtract(gross, net), gross }];
  });
}

/** What is left at one rate, VAT included. */
export const grossLeftAt = (left: readonly TaxAtRate[], key: VatKey, currency: Currency): Money =>
  grossLeft(
    left.filter((at) => isSameKey(at, key)),
    currency,
  );

/** A credit at one rate shared over lines of that rate, by what is taken of each: net, VAT and gross sum to the credit. */
export function shareOverLines(grosses: readonly Money[], taken: Taxed): Taxed[] {
  const nets = allocate(
    taken.net,
    grosses.map(({ amount }) => amount),
  );
  return grosses.map((gross, i) => ({ net: nets[i] as Money, tax: subtract(gross, nets[i] as Money), gross }));
}

/** The net part of so much of what a rate was invoiced, VAT included. */
function netOf(invoiced: TaxAtRate, gross: Money): Money {
  const whole = grossOf(invoiced).amount;
  const [net] = roundTogether([BigInt(gross.amount) * BigInt(invoiced.net.amount)], BigInt(whole));
  return money(net ?? 0, gross.currency);
}

/** Every rate at which a credit takes what is not there. Empty: it is within its invoice. */
export const creditFaults = (credit: readonly TaxAtRate[], left: readonly TaxAtRate[]): string[] =>
  credit.flatMap((at) => {
    const rest = left.find((other) => isSameKey(at, other));
    const isWithin = (part: 'net' | 'tax'): boolean =>
      rest !== undefined && at[part].amount >= 0 && at[part].amount <= rest[part].amount;
    return isWithin('net') && isWithin('tax') ? [] : [`credit.${at.category}.${at.rate}`];
  });
