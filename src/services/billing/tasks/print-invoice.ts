import type { StoredFile } from '../../../entities/files/stored-file.entity.ts';
import { storeBytes } from '../../files/index.ts';
import { DomainError } from '../../kernel/errors.ts';
import { crashPoint } from '../../platform/crash-points.ts';
import { jsonFrom, writing } from '../../platform/orm/values.ts';
import type { Tx, AppContext } from '../../platform/context.ts';
import { invoiceReady } from '../events.ts';
import { raiseMark } from '../invoice-marks.ts';
import { facturX } from '../factur-x/attachment.ts';
import { renderInvoice } from '../invoice-pdf/render-invoice.ts';
import { documentFromStore } from '../stored-document.ts';
import type { printInvoiceTask } from './invoice-jobs.ts';
import type { PayloadOf } from '../../platform/task.ts';

type PrintNeeds = Pick<AppContext, 'db' | 'run' | 'pdf' | 'vault' | 'config'>;

/** Someone else printed it first: this copy is thrown away with its transaction. */
class AlreadyPrinted extends Error {}

/** Prints an issued invoice from its frozen document and attaches the sealed PDF to it: one file, however often it is tried. */
export async function printInvoice(ctx: PrintNeeds, { invoiceId }: PayloadOf<typeof printInvoiceTask>): Promise<void> {
  const invoice = await ctx.db
    .selectFrom('invoice')
    .select(['number', 'series', 'sequence', 'document', 'pdf_id', 'buyer_id as buyerId'])
    .where('id', '=', invoiceId)
    .executeTakeFirst();
  // A read replica may not have it yet.
  if (invoice === undefined) throw new DomainError('NOT_FOUND', { invoiceId });
  if (invoice.pdf_id !== null) return;
  // From here on somebody may see the number: it must not be given again after a restore.
  await raiseMark(ctx.config, invoice.series, Number(invoice.sequence));
  const document = documentFromStore(jsonFrom(invoice.document));
  const bytes = await renderInvoice(ctx, document, facturX(document));
  try {
    await storeBytes(ctx, {
      name: `${invoice.number}.pdf`,
      mimeType: 'application/pdf',
      kind: 'DOCUMENT',
      bytes,
      attach: (tx, file) => attachPdf(tx, { file, invoiceId, buyerId: invoice.buyerId }),
    });
  } catch (error) {
    if (!(error instanceof AlreadyPrinted)) throw error;
  }
  crashPoint('after-pdf');
}

interface Printed {
  readonly file: StoredFile;
  readonly invoiceId: string;
  readonly buyerId: string | null;
}

async function attachPdf(
  { em, emit, record }: Tx<'em' | 'emit' | 'record'>,
  { file, invoiceId, buyerId }: Printed,
): Promise<void> {
  await em.flush();
  const { numUpdatedRows } = await writing(em)
    .db.updateTable('invoice')
    .set({ pdf_id: file.id })
    .where('id', '=', invoiceId)
    .where('pdf_id', 'is', null)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) throw new AlreadyPrinted();
  record({ action: 'INVOICE_PDF_GENERATED', targetType: 'invoice', targetId: invoiceId, payload: { fileId: file.id } });
  emit(invoiceReady, { invoiceId, buyerId });
}
