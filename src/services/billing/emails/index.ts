/** The mails of this domain. */
import type { ListedMail } from '../../notifications/index.ts';
import { creditNoteIssued } from './credit-note-issued.ts';
import { invoiceIssued } from './invoice-issued.ts';
import { planBegun } from './plan-begun.ts';
import { planEndedMail } from './plan-ended.ts';
import { planPaymentFailed } from './plan-payment-failed.ts';
import { planPriceChange } from './plan-price-change.ts';
import { planRenewal } from './plan-renewal.ts';
import { planSuspendedMail } from './plan-suspended.ts';
import { refundFailed } from './refund-failed.ts';
import { refundMade } from './refund-made.ts';

export const billingMails = [
  creditNoteIssued,
  invoiceIssued,
  planBegun,
  planEndedMail,
  planPaymentFailed,
  planPriceChange,
  planRenewal,
  planSuspendedMail,
  refundFailed,
  refundMade,
] as const satisfies readonly ListedMail[];
