/** What the invoice says around its data, in French and in English. */
import type { PaymentMethod, PrintedDocument } from '../invoice-document.ts';
import type { Locale } from '../../kernel/locale.ts';

/** Where a transfer goes to. The BIC is wanted by banks outside the single area of payments in euros. */
export interface Account {
  readonly iban: string;
  readonly bic: string | undefined;
}

const accountText = ({ iban, bic }: Account): string => `IBAN ${iban}${bic === undefined ? '' : `, BIC\u00a0${bic}`}`;

export interface InvoiceWords {
  readonly title: Readonly<Record<PrintedDocument['kind'], string>>;
  /** Across every page of what is not issued. */
  readonly draft: string;
  readonly numbered: (number: string) => string;
  /** Of a quote that took the place of another: after the number. */
  readonly revision: (revision: number) => string;
  readonly continued: string;
  readonly seller: string;
  readonly buyer: string;
  /** The buyer of a quote. */
  readonly offeredTo: string;
  readonly issuedOn: string;
  readonly suppliedOn: string;
  readonly dueOn: string;
  readonly validUntil: string;
  readonly corrects: string;
  readonly correctsValue: (number: string, date: string) => string;
  readonly vatNumber: string;
  readonly purchaseOrder: (reference: string) => string;
  readonly columns: {
    readonly description: string;
    readonly quantity: string;
    readonly unitNet: string;
    readonly rate: string;
    readonly net: string;
  };
  /** Under the words of its line. */
  readonly discount: (amount: string) => string;
  readonly totalNet: string;
  readonly tax: (rate: string, net: string) => string;
  readonly totalGross: string;
  /** Of an invoice in another currency, under its total: the law wants its VAT in euros too. */
  readonly taxInEuros: string;
  readonly deposits: string;
  readonly alreadyPaid: string;
  readonly due: Readonly<Record<PrintedDocument['kind'], string>>;
  /** Instead of `due` once something has been paid. */
  readonly leftToPay: string;
  /** After « par », « by »; empty where there is nothing to say. */
  readonly methods: Readonly<Record<PaymentMethod, string>>;
  readonly paidOn: (date: string, method: string) => string;
  readonly receivedOn: (amount: string, date: string, method: string) => string;
  readonly refundedOn: (amount: string, date: string, method: string) => string;
  readonly payBefore: (date: string) => string;
  readonly transferTo: (account: Account, number: string) => string;
  readonly deposit: (amount: string) => string;
  /** Over the place where a quote is signed. */
  readonly signature: string;
}

const by = (word: string, method: string): string => (method === '' ? '' : ` ${word}\u00a0${method}`);

const fr: InvoiceWords = {
  title: { INVOICE: 'FACTURE', DEPOSIT: 'FACTURE D’ACOMPTE', CREDIT_NOTE: 'AVOIR', QUOTE: 'DEVIS' },
  draft: 'BROUILLON',
  numbered: (number) => `N°\u00a0${number}`,
  revision: (revision) => `version\u00a0${revision}`,
  continued: '(suite)',
  seller: 'Émetteur',
  buyer: 'Facturé à',
  offeredTo: 'À l’attention de',
  issuedOn: 'Date d’émission',
  suppliedOn: 'Date de la prestation',
  dueOn: 'Échéance',
  validUntil: 'Valable jusqu’au',
  corrects: 'Facture d’origine',
  correctsValue: (number, date) => `${number} du\u00a0${date}`,
  vatNumber: 'N° TVA',
  purchaseOrder: (reference) => `Votre référence\u00a0: ${reference}`,
  columns: { description: 'Description', quantity: 'Qté', unitNet: 'PU HT', rate: 'TVA', net: 'Montant HT' },
  discount: (amount) => `Remise\u00a0: ${amount}`,
  totalNet: 'Total HT',
  tax: (rate, net) => `TVA ${rate} sur ${net}`,
  totalGross: 'Total TTC',
  taxInEuros: 'Dont TVA, en euros',
  deposits: 'Acomptes déjà facturés',
  alreadyPaid: 'Déjà réglé',
  due: { INVOICE: 'Net à payer', DEPOSIT: 'Net à payer', CREDIT_NOTE: 'Montant de l’avoir', QUOTE: 'Montant du devis' },
  leftToPay: 'Reste à payer',
  methods: {
    CARD: 'carte\u00a0bancaire',
    SEPA: 'prélèvement\u00a0SEPA',
    MOBILE_MONEY: 'paiement\u00a0mobile',
    TRANSFER: 'virement',
    CHEQUE: 'chèque',
    CASH: 'espèces',
    OTHER: '',
  },
  paidOn: (date, method) => `Payée le ${date}${by('par', method)}`,
  receivedOn: (amount, date, method) => `Reçu ${amount} le ${date}${by('par', method)}`,
  refundedOn: (amount, date, method) => `Remboursé ${amount} le ${date}${by('par', method)}`,
  payBefore: (date) => `À régler au plus tard le ${date}`,
  transferTo: (account, number) => `Par virement, ${accountText(account)}, avec la référence ${number}`,
  deposit: (amount) => `Acompte à l’acceptation\u00a0: ${amount}`,
  signature: 'Bon pour accord\u00a0: date, nom et signature',
};

const en: InvoiceWords = {
  title: { INVOICE: 'INVOICE', DEPOSIT: 'DEPOSIT INVOICE', CREDIT_NOTE: 'CREDIT NOTE', QUOTE: 'QUOTE' },
  draft: 'DRAFT',
  numbered: (number) => `No.\u00a0${number}`,
  revision: (revision) => `version\u00a0${revision}`,
  continued: '(continued)',
  seller: 'From',
  buyer: 'Billed to',
  offeredTo: 'Prepared for',
  issuedOn: 'Date of issue',
  suppliedOn: 'Date of supply',
  dueOn: 'Due date',
  validUntil: 'Valid until',
  corrects: 'Original invoice',
  correctsValue: (number, date) => `${number} of\u00a0${date}`,
  vatNumber: 'VAT No.',
  purchaseOrder: (reference) => `Your reference: ${reference}`,
  columns: { description: 'Description', quantity: 'Qty', unitNet: 'Unit price', rate: 'VAT', net: 'Net amount' },
  discount: (amount) => `Discount: ${amount}`,
  totalNet: 'Total excl. VAT',
  tax: (rate, net) => `VAT ${rate} on ${net}`,
  totalGross: 'Total incl. VAT',
  taxInEuros: 'Of which VAT, in euros',
  deposits: 'Deposits already invoiced',
  alreadyPaid: 'Already paid',
  due: { INVOICE: 'Amount due', DEPOSIT: 'Amount due', CREDIT_NOTE: 'Amount credited', QUOTE: 'Amount of the quote' },
  leftToPay: 'Left to pay',
  methods: {
    CARD: 'card',
    SEPA: 'SEPA\u00a0direct\u00a0debit',
    MOBILE_MONEY: 'mobile\u00a0money',
    TRANSFER: 'bank\u00a0transfer',
    CHEQUE: 'cheque',
    CASH: 'cash',
    OTHER: '',
  },
  paidOn: (date, method) => `Paid on ${date}${by('by', method)}`,
  receivedOn: (amount, date, method) => `${amount} received on ${date}${by('by', method)}`,
  refundedOn: (amount, date, method) => `${amount} refunded on ${date}${by('by', method)}`,
  payBefore: (date) => `To be paid by ${date} at the latest`,
  transferTo: (account, number) => `By bank transfer, ${accountText(account)}, quoting ${number}`,
  deposit: (amount) => `Deposit on acceptance: ${amount}`,
  signature: 'Agreed: date, name and signature',
};

export const wordsIn: Readonly<Record<Locale, InvoiceWords>> = { fr, en };
