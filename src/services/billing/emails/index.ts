/** The mails of this domain. */
import { implementMail, type ListedMail } from '../../notifications/index.ts';
import { prepareInvoiceLink } from '../invoice-token.ts';
import { cardEnding } from './card-ending.ts';
import { creditNoteIssued } from './credit-note-issued.ts';
import { creditNoteToPerson } from './credit-note-to-person.ts';
import { invoiceIssued } from './invoice-issued.ts';
import { mobileMoneyWaiting } from './mobile-money-waiting.ts';
import { planBegun } from './plan-begun.ts';
import { planCardRenewal } from './plan-card-renewal.ts';
import { planEndedMail } from './plan-ended.ts';
import { planPaymentFailed } from './plan-payment-failed.ts';
import { planPriceChange } from './plan-price-change.ts';
import { planRenewal } from './plan-renewal.ts';
import { planSuspendedMail } from './plan-suspended.ts';
import { invoiceToPerson } from './invoice-to-person.ts';
import { paymentDisputed } from './payment-disputed.ts';
import { paymentFailed } from './payment-failed.ts';
import { reconciliationDifferences } from './reconciliation-differences.ts';
import { refundFailed } from './refund-failed.ts';
import { refundMade } from './refund-made.ts';
import { refundMadeToPerson } from './refund-made-to-person.ts';

export const billingMails = [
  cardEnding,
  creditNoteIssued,
  implementMail(creditNoteToPerson, { prepare: prepareInvoiceLink }),
  invoiceIssued,
  mobileMoneyWaiting,
  planBegun,
  planCardRenewal,
  planEndedMail,
  planPaymentFailed,
  planPriceChange,
  planRenewal,
  planSuspendedMail,
  implementMail(invoiceToPerson, { prepare: prepareInvoiceLink }),
  paymentDisputed,
  paymentFailed,
  reconciliationDifferences,
  refundFailed,
  refundMade,
  refundMadeToPerson,
] as const satisfies readonly ListedMail[];
