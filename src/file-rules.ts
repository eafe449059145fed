import { mayReadAuditFile } from './services/audit/index.ts';
import { isInvoicePdf, mayReadInvoicePdf } from './services/billing/index.ts';
import { isAvatar, mayReadAvatar } from './services/identity/index.ts';
import { mayReadAttachment } from './services/messaging/index.ts';
import { isOrderFileHeld, mayReadOrderFile } from './services/orders/index.ts';
import type { AuditAction } from './services/kernel/audit-actions.ts';
import type { FileQuestion } from './services/platform/ports.ts';
import type { ReadContext } from './services/platform/context.ts';

/** Who may read a file: each domain answers for the files it attached to its things. Part of the composition root. */
export const fileReaders: readonly FileQuestion[] = [
  mayReadOrderFile,
  mayReadInvoicePdf,
  mayReadAttachment,
  mayReadAvatar,
  mayReadAuditFile,
];

/** What the journal calls the download of a file. */
export const downloadAction = async (ctx: ReadContext, fileId: string): Promise<AuditAction> =>
  (await isInvoicePdf(ctx, fileId)) ? 'INVOICE_DOWNLOADED' : 'FILE_DOWNLOADED';

/** What keeps a file from being deleted by its owner. */
export const fileHolds: readonly FileQuestion[] = [isOrderFileHeld, isInvoicePdf, isAvatar];
