/** How it is paid, the VAT by rate, the totals, and the documents before this one (BG-16 to BG-23, BG-3). */
import { money, type Money } from '../../kernel/money.ts';
import type { TaxAtRate } from '../../kernel/invoice-sums.ts';
import type { VatCategory } from '../../kernel/vat.ts';
import type { InvoiceDocument, PaymentMethod } from '../invoice-document.ts';
import { rateOf } from './line-item.ts';
import { paymentStateOf, type PaymentState } from './payment-state.ts';
import { amountOf, date } from './values.ts';
import { element, optionalText, text, type Element } from './xml.ts';

/** UNCL 4461. A transfer needs the account it goes to (BR-61): without one, « instrument not defined ». */
const meansCodes: Record<PaymentMethod, string> = {
  CARD: '48',
  SEPA: '59',
  MOBILE_MONEY: '68',
  TRANSFER: '1',
  CHEQUE: '20',
  CASH: '10',
  OTHER: '1',
};
const ONLINE = '68';
const SEPA_TRANSFER = '58';
const TRANSFER = '30';

function paymentMeans({ payments, seller, currency }: InvoiceDocument): Element {
  const method = payments[0]?.method;
  const { iban, bic } = seller;
  if (iban === undefined || (method !== undefined && method !== 'TRANSFER'))
    return element(
      'ram:SpecifiedTradeSettlementPaymentMeans',
      text('ram:TypeCode', method === undefined ? ONLINE : meansCodes[method]),
    );
  return element(
    'ram:SpecifiedTradeSettlementPaymentMeans',
    text('ram:TypeCode', currency === 'EUR' ? SEPA_TRANSFER : TRANSFER),
    element('ram:PayeePartyCreditorFinancialAccount', text('ram:IBANID', iban.replaceAll(' ', ''))),
    bic === undefined ? undefined : element('ram:PayeeSpecifiedCreditorFinancialInstitution', text('ram:BICID', bic)),
  );
}

/** Why a category bears no VAT, where the document does not say it. */
const usualReasons: Readonly<Record<VatCategory, string | undefined>> = {
  S: undefined,
  E: 'TVA non applicable',
  AE: 'Autoliquidation',
  O: 'Hors du champ de la TVA française',
};

function taxAtRate({ lines, vatNote }: InvoiceDocument, { category, rate, net, tax }: TaxAtRate): Element {
  const code = lines.find((line) => line.category === category)?.exemptionCode;
  return element(
    'ram:ApplicableTradeTax',
    text('ram:CalculatedAmount', amountOf(tax)),
    text('ram:TypeCode', 'VAT'),
    category === 'S' ? undefined : optionalText('ram:ExemptionReason', vatNote ?? usualReasons[category]),
    text('ram:BasisAmount', amountOf(net)),
    text('ram:CategoryCode', category),
    optionalText('ram:ExemptionReasonCode', code),
    rateOf(category, rate),
  );
}

function totals({ totals: sums, currency }: InvoiceDocument, { prepaid, due }: PaymentState): Element {
  const inCurrency = (name: string, amount: Money): Element => text(name, amountOf(amount));
  const { taxInEuros } = sums;
  return element(
    'ram:SpecifiedTradeSettlementHeaderMonetarySummation',
    inCurrency('ram:LineTotalAmount', sums.net),
    inCurrency('ram:TaxBasisTotalAmount', sums.net),
    text('ram:TaxTotalAmount', amountOf(sums.tax), { currencyID: currency }),
    currency === 'EUR'
      ? undefined
      : text('ram:TaxTotalAmount', amountOf(taxInEuros ?? money(0)), { currencyID: 'EUR' }),
    inCurrency('ram:GrandTotalAmount', sums.gross),
    inCurrency('ram:TotalPrepaidAmount', prepaid),
    inCurrency('ram:DuePayableAmount', due),
  );
}

/** The invoice that is corrected, and each deposit that is deducted, once. */
function earlierDocuments({ corrects, lines }: InvoiceDocument): Element[] {
  const earlier = [corrects, ...lines.map(({ deposit }) => deposit)].filter((each) => each !== undefined);
  const byNumber = new Map(earlier.map((each) => [each.number, each]));
  return [...byNumber.values()].map(({ number, issuedOn }) =>
    element(
      'ram:InvoiceReferencedDocument',
      text('ram:IssuerAssignedID', number),
      date('ram:FormattedIssueDateTime', issuedOn, 'qdt'),
    ),
  );
}

export function settlement(document: InvoiceDocument): Element {
  const state = paymentStateOf(document);
  return element(
    'ram:ApplicableHeaderTradeSettlement',
    text('ram:PaymentReference', document.number),
    document.currency === 'EUR' ? undefined : text('ram:TaxCurrencyCode', 'EUR'),
    text('ram:InvoiceCurrencyCode', document.currency),
    paymentMeans(document),
    document.totals.taxes.map((tax) => taxAtRate(document, tax)),
    element('ram:SpecifiedTradePaymentTerms', date('ram:DueDateDateTime', state.dueOn)),
    totals(document, state),
    earlierDocuments(document),
  );
}
