import type { StoredFile } from '../../../entities/files/stored-file.entity.ts';
import { storeBytes } from '../../files/index.ts';
import { csvMimeType } from '../../kernel/csv-cells.ts';
import { DomainError } from '../../kernel/errors.ts';
import { writing } from '../../platform/orm/values.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import type { PayloadOf } from '../../platform/task.ts';
import { reportContent, type ReportContent } from './report-content.ts';
import { reportCsv } from './report-csv.ts';
import type { writeReportTask } from './report-jobs.ts';
import { reportPdf } from './report-pdf.ts';

type WriteNeeds = Pick<AppContext, 'db' | 'run' | 'vault' | 'pdf' | 'config' | 'now'>;

/** Someone else wrote it first: this copy is thrown away with its transaction. */
class AlreadyWritten extends Error {}

/** Computes the figures and writes them into a sealed file: however often it is tried, once. */
export async function writeReport(ctx: WriteNeeds, { reportId }: PayloadOf<typeof writeReportTask>): Promise<void> {
  const row = await ctx.db.selectFrom('stats_report').selectAll().where('id', '=', reportId).executeTakeFirst();
  // A read replica may not have it yet.
  if (row === undefined) throw new DomainError('NOT_FOUND', { reportId });
  if (row.file_id !== null) return;
  const content = await reportContent(ctx, { period: { from: row.from_on, to: row.to_on }, locale: row.locale });
  const isPdf = row.format === 'PDF';
  try {
    await storeBytes(ctx, {
      name: `chiffres-${row.from_on}-${row.to_on}.${isPdf ? 'pdf' : 'csv'}`,
      mimeType: isPdf ? 'application/pdf' : csvMimeType,
      kind: 'DOCUMENT',
      bytes: isPdf ? await printed(ctx, content) : reportCsv(content),
      attach: (tx, file) => finish(tx, { reportId, file }),
    });
  } catch (error) {
    if (!(error instanceof AlreadyWritten)) throw error;
  }
}

const printed = ({ pdf, config }: WriteNeeds, content: ReportContent): Promise<Buffer> =>
  reportPdf({ pdf, author: config.FROM_NAME, timeZone: config.TIME_ZONE }, content);

async function finish(
  { em, now }: Tx<'em' | 'now'>,
  { reportId, file }: { readonly reportId: string; readonly file: StoredFile },
): Promise<void> {
  await em.flush();
  const { numUpdatedRows } = await writing(em)
    .db.updateTable('stats_report')
    .set({ file_id: file.id, finished_at: now })
    .where('id', '=', reportId)
    .where('file_id', 'is', null)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) throw new AlreadyWritten();
}
