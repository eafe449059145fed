/**
 * Reads the figures back out of the finished XML and checks them to the cent: against the document, and against one another.
 * The official validators accept a VAT up to a whole unit wrong, so that nothing but this finds a figure that is a cent off.
 */
import { exponentOf, type Money } from '../../kernel/money.ts';
import type { InvoiceDocument } from '../invoice-document.ts';
import { paymentStateOf } from './payment-state.ts';

const partsNamed = (xml: string, name: string): string[] =>
  [...xml.matchAll(new RegExp(`<ram:${name}>(.*?)</ram:${name}>`, 'gs'))].map(([, part = '']) => part);

const textsOf = (xml: string, name: string): string[] =>
  [...xml.matchAll(new RegExp(`<ram:${name}(?: [^>]*)?>([^<]*)</ram:${name}>`, 'g'))].map(([, value = '']) => value);

/** A decimal number in whole parts of the given size; null when it is none, or finer. */
function whole(value: string | undefined, places: number): number | null {
  const [, sign, units, fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value ?? '') ?? [];
  if (units === undefined || fraction.length > places) return null;
  return Number(`${sign}${units}${fraction.padEnd(places, '0')}`);
}

/** A figure of the XML, by its place, and what it must be. */
type Figure = readonly [place: string, found: number | null, right: number];

const sum = (amounts: readonly (number | null)[]): number =>
  amounts.reduce<number>((all, each) => all + (each ?? NaN), 0);

function lineFigures(items: readonly string[], { lines, currency }: InvoiceDocument): Figure[] {
  return lines.flatMap((line, i): Figure[] => {
    const [item = ''] = items.slice(i, i + 1);
    return [
      [`lines.${i}.quantity`, whole(textsOf(item, 'BilledQuantity')[0], 3), line.quantity],
      [`lines.${i}.unitPrice`, whole(textsOf(item, 'ChargeAmount')[0], 4), line.unitPrice.tenThousandths],
      [
        `lines.${i}.discount`,
        whole(textsOf(item, 'ActualAmount')[0] ?? '0', exponentOf(currency)),
        line.discount?.amount ?? 0,
      ],
      [`lines.${i}.net`, whole(textsOf(item, 'LineTotalAmount')[0], exponentOf(currency)), line.net.amount],
    ];
  });
}

function taxFigures(settlement: string, { totals, currency }: InvoiceDocument): Figure[] {
  const taxes = partsNamed(settlement, 'ApplicableTradeTax');
  const places = exponentOf(currency);
  return [
    ['taxes', taxes.length, totals.taxes.length],
    ...totals.taxes.flatMap(({ rate, net, tax }, i): Figure[] => [
      [`taxes.${i}.rate`, whole(textsOf(taxes[i] ?? '', 'RateApplicablePercent')[0] ?? '0', 2), rate],
      [`taxes.${i}.net`, whole(textsOf(taxes[i] ?? '', 'BasisAmount')[0], places), net.amount],
      [`taxes.${i}.tax`, whole(textsOf(taxes[i] ?? '', 'CalculatedAmount')[0], places), tax.amount],
    ]),
  ];
}

function totalFigures(items: readonly string[], settlement: string, document: InvoiceDocument): Figure[] {
  const { totals, currency } = document;
  const { prepaid } = paymentStateOf(document);
  const minor = (value: string | undefined): number | null => whole(value, exponentOf(currency));
  const only = (name: string): number | null => minor(textsOf(settlement, name)[0]);
  const [tax, taxInEuros] = textsOf(settlement, 'TaxTotalAmount');
  const same = (place: string, found: number | null, right: Money): Figure => [place, found, right.amount];
  return [
    ['totals.lines', only('LineTotalAmount'), sum(items.map((item) => minor(textsOf(item, 'LineTotalAmount')[0])))],
    same('totals.net', only('TaxBasisTotalAmount'), totals.net),
    same('totals.tax', minor(tax), totals.tax),
    ['totals.taxes', minor(tax), sum(textsOf(settlement, 'CalculatedAmount').map(minor))],
    ['totals.bases', only('TaxBasisTotalAmount'), sum(textsOf(settlement, 'BasisAmount').map(minor))],
    same('totals.gross', only('GrandTotalAmount'), totals.gross),
    ['totals.sum', only('GrandTotalAmount'), sum([only('TaxBasisTotalAmount'), minor(tax)])],
    same('totals.prepaid', only('TotalPrepaidAmount'), prepaid),
    ['totals.due', only('DuePayableAmount'), totals.gross.amount - prepaid.amount],
    ...(currency === 'EUR'
      ? []
      : [['totals.taxInEuros', whole(taxInEuros, 2), totals.taxInEuros?.amount ?? 0] as const]),
  ];
}

/** Every figure of the XML that is not what it must be, by its place. Empty: all are right, to the cent. */
export function writtenFaults(xml: string, document: InvoiceDocument): string[] {
  const items = partsNamed(xml, 'IncludedSupplyChainTradeLineItem');
  const [settlement = ''] = partsNamed(xml, 'ApplicableHeaderTradeSettlement');
  const figures: Figure[] = [
    ['lines', items.length, document.lines.length],
    ...lineFigures(items, document),
    ...taxFigures(settlement, document),
    ...totalFigures(items, settlement, document),
  ];
  return figures.flatMap(([place, found, right]) => (found === right ? [] : [place]));
}
