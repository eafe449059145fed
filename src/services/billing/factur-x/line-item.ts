/** One line (BG-25): exact price of one, quantity with the sign of the line, net amount. */
import type { InvoiceLine } from '../invoice-document.ts';
import { decimalOf } from '../../kernel/unit-price.ts';
import { unitCodeOf } from '../../kernel/unit-codes.ts';
import { amountOf, percentOf, quantityOf } from './values.ts';
import { element, text, type Element } from './xml.ts';

export const lineItem = (line: InvoiceLine, i: number): Element =>
  element(
    'ram:IncludedSupplyChainTradeLineItem',
    element('ram:AssociatedDocumentLineDocument', text('ram:LineID', String(i + 1))),
    element('ram:SpecifiedTradeProduct', text('ram:Name', line.description)),
    element(
      'ram:SpecifiedLineTradeAgreement',
      element('ram:NetPriceProductTradePrice', text('ram:ChargeAmount', decimalOf(line.unitPrice))),
    ),
    element(
      'ram:SpecifiedLineTradeDelivery',
      text('ram:BilledQuantity', quantityOf(line.quantity), { unitCode: line.unitCode ?? unitCodeOf(line.unit) }),
    ),
    element(
      'ram:SpecifiedLineTradeSettlement',
      element('ram:ApplicableTradeTax', ...lineTax(line)),
      discountOf(line),
      element('ram:SpecifiedTradeSettlementLineMonetarySummation', text('ram:LineTotalAmount', amountOf(line.net))),
    ),
  );

const lineTax = ({ category, rate }: InvoiceLine): (Element | undefined)[] => [
  text('ram:TypeCode', 'VAT'),
  text('ram:CategoryCode', category),
  rateOf(category, rate),
];

/** Outside the scope of VAT there is no rate, not even zero (BR-O-05). */
export const rateOf = (category: InvoiceLine['category'], rate: number): Element | undefined =>
  category === 'O' ? undefined : text('ram:RateApplicablePercent', percentOf(rate));

/** Taken off the line; 95 is a discount (UNCL 5189). */
const discountOf = ({ discount }: InvoiceLine): Element | undefined =>
  discount === undefined || discount.amount === 0
    ? undefined
    : element(
        'ram:SpecifiedTradeAllowanceCharge',
        element('ram:ChargeIndicator', text('udt:Indicator', 'false')),
        text('ram:ActualAmount', amountOf(discount)),
        text('ram:ReasonCode', '95'),
      );
