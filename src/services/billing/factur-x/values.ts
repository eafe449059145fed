/** Figures and dates as the XML writes them: a point before the decimals, days without separators. */
import { exponentOf, type Money } from '../../kernel/money.ts';
import { element, text, type Element } from './xml.ts';

/** A whole number of the smallest parts as a decimal number. */
export function decimal(amount: number, places: number): string {
  const digits = String(Math.abs(amount)).padStart(places + 1, '0');
  const sign = amount < 0 ? '-' : '';
  return places === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

export const amountOf = ({ amount, currency }: Money): string => decimal(amount, exponentOf(currency));

/** Thousandths without useless zeros: `1.5`, `-1`. */
export const quantityOf = (thousandths: number): string =>
  decimal(thousandths, 3).replace(/0+$/, '').replace(/\.$/, '');

/** Basis points as a percentage: `5.50`. */
export const percentOf = (basisPoints: number): string => decimal(basisPoints, 2);

/** A local date, `2026-11-20`, in the format 102. */
export const date = (name: string, localDate: string, prefix: 'udt' | 'qdt' = 'udt'): Element =>
  element(name, text(`${prefix}:DateTimeString`, localDate.replaceAll('-', ''), { format: '102' }));
