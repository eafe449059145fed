import { formatQuantity, localDateOf } from '../kernel/format.ts';
import type { Locale } from '../kernel/locale.ts';
import { allocate, money, splitTax, subtract, type Money } from '../kernel/money.ts';
import type { Config } from '../platform/config.ts';
import type { Bill, BillLine } from './billable.ts';
import type { InvoiceDocument, InvoiceLine, InvoiceSeller } from './invoice-document.ts';
import type { TakenNumber } from './invoice-number.ts';
import { legalMentionsFor } from './legal-mentions.ts';

/** VAT in basis points. Prices are VAT included under either regime. */
export const standardRate = 2_000;

export interface Buyer {
  readonly name: string;
  /** Lines separated by line breaks; null when the person gave none. */
  readonly address: string | null;
  readonly email: string;
  readonly locale: Locale;
}

export interface Sale {
  readonly bill: Bill;
  readonly buyer: Buyer;
  readonly paidAt: Date;
}

const paidBy: Record<Locale, string> = { fr: 'carte bancaire', en: 'card' };

/** Everything a paid sale's invoice says, frozen on the day of issue. */
export function composeInvoice(config: Config, taken: TakenNumber, { bill, buyer, paidAt }: Sale): InvoiceDocument {
  const { locale } = buyer;
  const timeZone = config.TIME_ZONE;
  const issuedOn = localDateOf(taken.issuedAt, timeZone);
  const rate = config.SELLER_VAT_REGIME === 'FRANCHISE' ? 0 : standardRate;
  const { net, tax, gross } = splitTax(bill.total, rate);
  const mentions = legalMentionsFor(
    {
      issuedOn,
      vatRegime: config.SELLER_VAT_REGIME,
      buyerIsBusiness: false,
      operation: 'SERVICES',
      vatOnDebits: false,
      isPayable: true,
    },
    locale,
  );
  return {
    kind: 'INVOICE',
    number: taken.number,
    issuedAt: taken.issuedAt,
    timeZone,
    dueOn: issuedOn,
    seller: sellerOf(config),
    buyer: { name: buyer.name, address: linesOf(buyer.address ?? ''), email: buyer.email, isBusiness: false },
    lines: taxedLines(bill, rate, locale),
    totals: { net, taxes: [{ rate, net, tax }], tax, gross, due: gross },
    payments: [{ paidAt, method: paidBy[locale], amount: gross }],
    ...(mentions.vatNote === undefined ? {} : { vatNote: mentions.vatNote }),
    notes: [],
    legalMentions: mentions.footer,
    locale,
    currency: bill.total.currency,
  };
}

const linesOf = (text: string): string[] =>
  text
    .split(/[\n|]/)
    .map((line) => line.trim())
    .filter(Boolean);

function sellerOf(config: Config): InvoiceSeller {
  const { SELLER_SIRET: siret, SELLER_VAT_NUMBER: vatNumber } = config;
  return {
    name: config.SELLER_NAME,
    legalForm: config.SELLER_LEGAL_FORM,
    address: linesOf(config.SELLER_ADDRESS),
    email: config.FROM_EMAIL,
    vatRegime: config.SELLER_VAT_REGIME,
    siret,
    siren: siret.slice(0, 9),
    ...(vatNumber === undefined ? {} : { vatNumber }),
  };
}

/** The net total is shared among the lines, so that lines always sum to the invoice, net, tax and gross alike. */
function taxedLines({ lines, total }: Bill, rate: number, locale: Locale): InvoiceLine[] {
  const nets = allocate(
    splitTax(total, rate).net,
    lines.map(({ gross }) => gross.amount),
  );
  return lines.map((line, i) => {
    const net = nets[i] as Money;
    return { ...unitsOf(line, net, locale), rate, net, tax: subtract(line.gross, net), gross: line.gross };
  });
}

/** A unit price is shown when quantity × unit price is exactly the net amount; otherwise the line says the quantity in words. */
function unitsOf(
  { description, quantity, unit }: BillLine,
  net: Money,
  locale: Locale,
): Pick<InvoiceLine, 'description' | 'quantity' | 'unit' | 'unitNet'> {
  if (net.amount % quantity === 0)
    return { description, quantity, unit, unitNet: money(net.amount / quantity, net.currency) };
  const words = `${formatQuantity(quantity, locale)} ${unit}`.trim().replaceAll(' ', '\u00a0');
  return { description: `${description} (${words})`, quantity: 1, unit: '', unitNet: net };
}
