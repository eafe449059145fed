import type { Selectable } from 'kysely';
import type { Tables } from '../../../entities/index.ts';
import { writeExtract } from '../../files/index.ts';
import { DomainError } from '../../kernel/errors.ts';
import { jsonFrom, writing } from '../../platform/orm/values.ts';
import type { Tx } from '../../platform/context.ts';
import { entriesThrough, keptFilter, type AuditFilter } from '../queries/entry-filter.ts';
import { extractForms, type EntryForm, type FormNeeds } from './extract-forms.ts';
import type { writeExportTask } from './write-export.task.ts';
import type { PayloadOf } from '../../platform/task.ts';

const batch = 1_000;

interface Asked {
  readonly filter: AuditFilter;
  readonly untilSeq: number;
}

/** Writes the extract, entry by entry. */
export async function writeExport(ctx: FormNeeds, { exportId }: PayloadOf<typeof writeExportTask>): Promise<void> {
  const row = await ctx.db.selectFrom('audit_export').selectAll().where('id', '=', exportId).executeTakeFirst();
  // A read replica may not have it yet.
  if (row === undefined) throw new DomainError('NOT_FOUND', { exportId });
  if (row.file_id !== null) return;
  const asked: Asked = { filter: keptFilter(jsonFrom(row.filter)), untilSeq: Number(row.until_seq) };
  const { mimeType, extension, open } = extractForms[row.format];
  const form = await open(ctx);
  await writeExtract(ctx, {
    table: 'audit_export',
    id: exportId,
    name: `journal-${exportId}.${extension}`,
    mimeType,
    form,
    parts: partsOf(ctx, asked, form),
    noteProgress: (written) => ctx.run(noteProgress, { exportId, written }),
  });
}

async function* partsOf(ctx: FormNeeds, asked: Asked, { spell }: EntryForm): AsyncGenerator<readonly string[]> {
  for await (const entries of batchesOf(ctx, asked)) yield spell(entries);
}

async function* batchesOf(
  { db }: FormNeeds,
  { filter, untilSeq }: Asked,
): AsyncGenerator<readonly Selectable<Tables['audit_entry']>[]> {
  for (let after = 0; ;) {
    const entries = await entriesThrough(db, filter)
      .selectAll()
      .where('seq', '>', after)
      .where('seq', '<=', untilSeq)
      .orderBy('seq')
      .limit(batch)
      .execute();
    const last = entries.at(-1);
    if (last === undefined) return;
    yield entries;
    after = Number(last.seq);
  }
}

async function noteProgress(
  { em }: Tx<'em'>,
  { exportId, written }: { exportId: string; written: number },
): Promise<void> {
  await writing(em)
    .db.updateTable('audit_export')
    .set({ written_entries: written })
    .where('id', '=', exportId)
    .execute();
}
