import type { StoredFile } from '../../../entities/files/stored-file.entity.ts';
import { storeBytes, type MadeFile } from '../../files/index.ts';
import { DomainError } from '../../kernel/errors.ts';
import { crashPoint } from '../../platform/crash-points.ts';
import { jsonFrom, writing } from '../../platform/orm/values.ts';
import type { Tx, AppContext } from '../../platform/context.ts';
import { invoiceReady } from '../events.ts';
import { raiseMark } from '../invoice-marks.ts';
import { facturX } from '../factur-x/attachment.ts';
import { renderInvoice } from '../invoice-pdf/render-invoice.ts';
import { documentFromStore } from '../stored-document.ts';
import { logoOf } from '../stored-logo.ts';
import type { printInvoiceTask } from './invoice-jobs.ts';
import type { PayloadOf } from '../../platform/task.ts';

type PrintNeeds = Pick<AppContext, 'db' | 'run' | 'pdf' | 'vault' | 'config'>;

/** Someone else printed it first: this copy is thrown away with its transaction. */
class AlreadyPrinted extends Error {}

/**
 * Prints an issued invoice from its frozen document and attaches the sealed PDF to it, and its XML alone: one file of each, however
 * often it is tried. The XML comes first: an invoice that is ready has both.
 */
export async function printInvoice(ctx: PrintNeeds, { invoiceId }: PayloadOf<typeof printInvoiceTask>): Promise<void> {
  const invoice = await ctx.db
    .selectFrom('invoice')
    .select(['number', 'series', 'sequence', 'document', 'pdf_id', 'xml_id', 'buyer_id as buyerId'])
    .where('id', '=', invoiceId)
    .executeTakeFirst();
  // A read replica may not have it yet.
  if (invoice === undefined) throw new DomainError('NOT_FOUND', { invoiceId });
  if (invoice.pdf_id !== null) return;
  // From here on somebody may see the number: it must not be given again after a restore.
  await raiseMark(ctx.config, invoice.series, Number(invoice.sequence));
  const document = documentFromStore(jsonFrom(invoice.document));
  const xml = facturX(document);
  const bytes = await renderInvoice({ pdf: ctx.pdf, logo: await logoOf(ctx, document) }, document, xml);
  const printed = { invoiceId, buyerId: invoice.buyerId };
  if (invoice.xml_id === null) {
    const file = { name: `${invoice.number}.xml`, mimeType: xml.mimeType, bytes: xml.content };
    await storeOnce(ctx, file, (tx, made) => attach(tx, { ...printed, file: made, column: 'xml_id' }));
    crashPoint('after-xml');
  }
  const file = { name: `${invoice.number}.pdf`, mimeType: 'application/pdf', bytes };
  await storeOnce(ctx, file, (tx, made) => attachPdf(tx, { ...printed, file: made }));
  crashPoint('after-pdf');
}

type Made = Pick<MadeFile<void>, 'name' | 'mimeType' | 'bytes'>;

async function storeOnce(ctx: PrintNeeds, made: Made, attachTo: MadeFile<void>['attach']): Promise<void> {
  try {
    await storeBytes(ctx, { ...made, kind: 'DOCUMENT', attach: attachTo });
  } catch (error) {
    if (!(error instanceof AlreadyPrinted)) throw error;
  }
}

interface Printed {
  readonly file: StoredFile;
  readonly invoiceId: string;
  readonly buyerId: string | null;
}

async function attach(
  { em }: Tx<'em'>,
  { file, invoiceId, column }: Printed & { readonly column: 'pdf_id' | 'xml_id' },
): Promise<void> {
  await em.flush();
  const { numUpdatedRows } = await writing(em)
    .db.updateTable('invoice')
    .set({ [column]: file.id })
    .where('id', '=', invoiceId)
    .where(column, 'is', null)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) throw new AlreadyPrinted();
}

async function attachPdf(tx: Tx<'em' | 'emit' | 'record'>, printed: Printed): Promise<void> {
  const { file, invoiceId, buyerId } = printed;
  await attach(tx, { ...printed, column: 'pdf_id' });
  const payload = { fileId: file.id };
  tx.record({ action: 'INVOICE_PDF_GENERATED', targetType: 'invoice', targetId: invoiceId, payload });
  tx.emit(invoiceReady, { invoiceId, buyerId });
}
