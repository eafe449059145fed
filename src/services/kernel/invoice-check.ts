/**
 * The exact check of an invoice’s figures. The official validators accept a VAT up to a whole unit wrong, so that nothing but
 * this finds an invoice that is a cent off.
 */
import { taxLines, sumsOf, type PriceBasis, type Sums, type VatKey } from './invoice-sums.ts';
import { add, inEuros, money, sameMoney, subtract, type Currency, type Money, type Taxed } from './money.ts';
import { priceOf, priceOfOne, type UnitPrice } from './unit-price.ts';

export interface CheckedLine extends VatKey, Taxed {
  /** Thousandths, with the sign of the line. */
  readonly quantity: number;
  readonly unitPrice: UnitPrice;
  /** Taken off the line, without VAT; with the sign of the line. */
  readonly discount?: Money;
  /** Taken over from another document to the cent (a deposit that is deducted): not computed here. */
  readonly isGiven?: boolean;
}

export interface CheckedInvoice {
  readonly currency: Currency;
  readonly basis: PriceBasis;
  readonly lines: readonly CheckedLine[];
  readonly totals: Sums & {
    /** Deposits deducted below the total, VAT included. */
    readonly deposits?: Money;
    readonly due: Money;
    /** The VAT in euros, of an invoice in another currency. */
    readonly taxInEuros?: Money;
  };
}

const isEqual = (a: Money | undefined, b: Money): boolean => a !== undefined && sameMoney(a, b);

/** Every figure that is not what it must be, by its place: `lines.0.net`, `totals.tax`. Empty: all are right, to the cent. */
export function totalsFaults(invoice: CheckedInvoice): string[] {
  const amounts = invoice.lines.flatMap(({ net, tax, gross }) => [net, tax, gross]);
  if (amounts.some(({ currency }) => currency !== invoice.currency)) return ['currency'];
  return [
    ...invoice.lines.flatMap((line, i) => lineFaults(line, i, invoice.basis)),
    ...vatFaults(invoice),
    ...sumFaults(invoice),
  ];
}

function lineFaults(line: CheckedLine, i: number, basis: PriceBasis): string[] {
  const { quantity, net, tax, gross, category, rate } = line;
  const wrong = {
    quantity: quantity === 0 || !Number.isSafeInteger(quantity),
    gross: !sameMoney(gross, add(net, tax)),
    rate: category !== 'S' && (rate !== 0 || tax.amount !== 0),
    net: quantity !== 0 && !isPriced(line, basis),
  };
  return Object.entries(wrong).flatMap(([name, isWrong]) => (isWrong ? [`lines.${i}.${name}`] : []));
}

/** Quantity × price is the net amount; where the gross was known first, the price is the net amount over the quantity. */
function isPriced({ quantity, unitPrice, net, discount, isGiven }: CheckedLine, basis: PriceBasis): boolean {
  const before = discount === undefined ? net : add(net, discount);
  if (before.amount !== 0 && Math.sign(before.amount) !== Math.sign(quantity)) return false;
  return basis === 'NET' || isGiven === true
    ? sameMoney(priceOf(quantity, unitPrice), before)
    : priceOfOne(before, quantity).tenThousandths === unitPrice.tenThousandths;
}

function vatFaults({ lines, basis }: CheckedInvoice): string[] {
  const computed = lines.flatMap((line, i) => (line.isGiven === true ? [] : [{ line, i }]));
  const right = taxLines(
    computed.map(({ line }) => ({ ...line, amount: basis === 'NET' ? line.net : line.gross })),
    basis,
  );
  return computed.flatMap(({ line, i }, at) => (isEqual(right[at]?.tax, line.tax) ? [] : [`lines.${i}.tax`]));
}

function sumFaults({ lines, totals, currency }: CheckedInvoice): string[] {
  const right = sumsOf(lines, currency);
  const deposits = totals.deposits ?? money(0, currency);
  const wrong = {
    net: !isEqual(totals.net, right.net),
    tax: !isEqual(totals.tax, right.tax),
    gross: !isEqual(totals.gross, right.gross),
    taxes: !haveSameTaxes(totals.taxes, right.taxes),
    due: !isEqual(totals.due, subtract(right.gross, deposits)),
    taxInEuros: currency !== 'EUR' && !isEqual(totals.taxInEuros, inEuros(right.tax)),
  };
  return Object.entries(wrong).flatMap(([name, isWrong]) => (isWrong ? [`totals.${name}`] : []));
}

const haveSameTaxes = (a: Sums['taxes'], b: Sums['taxes']): boolean =>
  a.length === b.length &&
  b.every(({ category, rate, net, tax }) =>
    a.some(
      (other) =>
        other.category === category && other.rate === rate && sameMoney(other.net, net) && sameMoney(other.tax, tax),
    ),
  );
