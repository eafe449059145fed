/** The mails of this domain. */
import type { ListedMail } from '../../notifications/index.ts';
import { creditNoteIssued } from './credit-note-issued.ts';
import { invoiceIssued } from './invoice-issued.ts';
import { reconciliationDifferences } from './reconciliation-differences.ts';
import { refundFailed } from './refund-failed.ts';
import { refundMade } from './refund-made.ts';

export const billingMails = [
  creditNoteIssued,
  invoiceIssued,
  reconciliationDifferences,
  refundFailed,
  refundMade,
] as const satisfies readonly ListedMail[];
