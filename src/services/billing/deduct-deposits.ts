import { DomainError } from '../kernel/errors.ts';
import { formatDate } from '../kernel/format.ts';
import { sumsOf, type TaxAtRate } from '../kernel/invoice-sums.ts';
import type { Locale } from '../kernel/locale.ts';
import { add, money, subtract, type Currency, type Money } from '../kernel/money.ts';
import { asUnitPrice, one } from '../kernel/unit-price.ts';
import type { EarlierInvoice, InvoiceLine } from './invoice-document.ts';

/** A deposit that was invoiced, and what of it no credit note has taken back. */
export interface DeductedDeposit {
  readonly deposit: EarlierInvoice;
  readonly left: readonly TaxAtRate[];
  /** Why no VAT was charged; absent where it was. */
  readonly exemptionCode?: string | undefined;
}

const descriptions: Readonly<Record<Locale, (number: string, date: string) => string>> = {
  fr: (number, date) => `Acompte déduit\u00a0: facture ${number} du\u00a0${date}`,
  en: (number, date) => `Deposit deducted: invoice ${number} of\u00a0${date}`,
};

/** For each deposit and rate one line with the quantity −1 and exactly what was invoiced: a price is never negative (BR-27). */
export const deductedLines = (deposits: readonly DeductedDeposit[], locale: Locale): InvoiceLine[] =>
  deposits.flatMap(({ deposit, left, exemptionCode }) =>
    left
      .filter(({ net, tax }) => net.amount !== 0 || tax.amount !== 0)
      .map(({ category, rate, net, tax }): InvoiceLine => {
        const less = ({ amount, currency }: Money): Money => money(amount === 0 ? 0 : -amount, currency);
        return {
          description: descriptions[locale](deposit.number, formatDate(deposit.issuedOn, locale)),
          quantity: -one,
          unit: '',
          unitPrice: asUnitPrice(net),
          category,
          rate,
          ...(exemptionCode === undefined || category === 'S' ? {} : { exemptionCode }),
          net: less(net),
          tax: less(tax),
          gross: less(add(net, tax)),
          deposit,
        };
      }),
  );

/**
 * A final invoice never owes its buyer anything: more deposits than work at one of its rates is `DEPOSIT_EXCEEDS_TOTAL { excess }`,
 * and a deposit is to be credited first.
 */
export function requireDeductible(lines: readonly InvoiceLine[], currency: Currency): void {
  const over = sumsOf(lines, currency).taxes.filter(({ net, tax }) => net.amount < 0 || tax.amount < 0);
  if (over.length === 0) return;
  const excess = over.reduce((sum, { net, tax }) => subtract(sum, add(net, tax)), money(0, currency));
  throw new DomainError('DEPOSIT_EXCEEDS_TOTAL', { excess });
}
