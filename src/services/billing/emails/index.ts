/** The mails of this domain. */
import type { ListedMail } from '../../notifications/index.ts';
import { creditNoteIssued } from './credit-note-issued.ts';
import { invoiceIssued } from './invoice-issued.ts';
import { mobileMoneyWaiting } from './mobile-money-waiting.ts';
import { refundFailed } from './refund-failed.ts';
import { refundMade } from './refund-made.ts';

export const billingMails = [
  creditNoteIssued,
  invoiceIssued,
  mobileMoneyWaiting,
  refundFailed,
  refundMade,
] as const satisfies readonly ListedMail[];
