/**
 * An issued invoice as the XML of Factur-X, profile EN 16931 (UN/CEFACT Cross Industry Invoice, D22B). A pure function of the
 * frozen document: nothing is looked up, and the same document gives the same bytes. `BT-…` are the terms of EN 16931.
 */
import { localDateOf } from '../../kernel/format.ts';
import type { InvoiceDocument, InvoiceKind } from '../invoice-document.ts';
import { lineItem } from './line-item.ts';
import { notes } from './notes.ts';
import { buyerParty, sellerParty } from './parties.ts';
import { paymentStateOf } from './payment-state.ts';
import { settlement } from './settlement.ts';
import { date } from './values.ts';
import { element, text, written, type Element } from './xml.ts';

/** UNCL 1001. */
const typeCodes: Record<InvoiceKind, string> = { INVOICE: '380', DEPOSIT: '386', CREDIT_NOTE: '381' };

const standard = 'urn:un:unece:uncefact:data:standard';
const namespaces = {
  'xmlns:rsm': `${standard}:CrossIndustryInvoice:100`,
  'xmlns:qdt': `${standard}:QualifiedDataType:100`,
  'xmlns:ram': `${standard}:ReusableAggregateBusinessInformationEntity:100`,
  'xmlns:udt': `${standard}:UnqualifiedDataType:100`,
};
const EN_16931 = 'urn:cen.eu:en16931:2017';

const context = (document: InvoiceDocument): Element =>
  element(
    'rsm:ExchangedDocumentContext',
    element('ram:BusinessProcessSpecifiedDocumentContextParameter', text('ram:ID', paymentStateOf(document).frame)),
    element('ram:GuidelineSpecifiedDocumentContextParameter', text('ram:ID', EN_16931)),
  );

const header = (document: InvoiceDocument): Element =>
  element(
    'rsm:ExchangedDocument',
    text('ram:ID', document.number),
    text('ram:TypeCode', typeCodes[document.kind]),
    date('ram:IssueDateTime', localDateOf(document.issuedAt, document.timeZone)),
    notes(document),
  );

const agreement = (document: InvoiceDocument): Element => {
  const { purchaseOrder } = document.buyer;
  return element(
    'ram:ApplicableHeaderTradeAgreement',
    sellerParty(document),
    buyerParty(document),
    purchaseOrder === undefined
      ? undefined
      : element('ram:BuyerOrderReferencedDocument', text('ram:IssuerAssignedID', purchaseOrder)),
  );
};

/** When it was supplied; while nobody has said so, to whom: the standard wants this element, and none may be empty. */
const delivery = ({ suppliedOn, buyer }: InvoiceDocument): Element =>
  element(
    'ram:ApplicableHeaderTradeDelivery',
    suppliedOn === undefined
      ? element('ram:ShipToTradeParty', text('ram:Name', buyer.name))
      : element('ram:ActualDeliverySupplyChainEvent', date('ram:OccurrenceDateTime', suppliedOn)),
  );

/** The text of `factur-x.xml`. */
export const crossIndustryInvoice = (document: InvoiceDocument): string =>
  written({
    ...element(
      'rsm:CrossIndustryInvoice',
      context(document),
      header(document),
      element(
        'rsm:SupplyChainTradeTransaction',
        document.lines.map((line, i) => lineItem(line, i)),
        agreement(document),
        delivery(document),
        settlement(document),
      ),
    ),
    attributes: namespaces,
  });
