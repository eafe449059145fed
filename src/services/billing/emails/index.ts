/** The mails of this domain. */
import type { ListedMail } from '../../notifications/index.ts';
import { cardEnding } from './card-ending.ts';
import { creditNoteIssued } from './credit-note-issued.ts';
import { invoiceIssued } from './invoice-issued.ts';
import { refundFailed } from './refund-failed.ts';
import { refundMade } from './refund-made.ts';

export const billingMails = [
  cardEnding,
  creditNoteIssued,
  invoiceIssued,
  refundFailed,
  refundMade,
] as const satisfies readonly ListedMail[];
