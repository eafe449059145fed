import type { Selectable } from 'kysely';
import type { AuditExportFormat } from '../../../entities/audit/audit-export.entity.ts';
import type { StoredFile } from '../../../entities/files/stored-file.entity.ts';
import type { Tables } from '../../../entities/index.ts';
import { storeBytes } from '../../files/index.ts';
import { DomainError } from '../../kernel/errors.ts';
import { jsonFrom, writing } from '../../platform/orm/values.ts';
import type { Tx } from '../../platform/context.ts';
import { entriesThrough, keptFilter, type AuditFilter } from '../queries/entry-filter.ts';
import { extractForms, type FormNeeds } from './extract-forms.ts';
import type { writeExportTask } from './write-export.task.ts';
import type { PayloadOf } from '../../platform/task.ts';

const batch = 1_000;

interface Asked {
  readonly exportId: string;
  readonly format: AuditExportFormat;
  readonly filter: AuditFilter;
  readonly untilSeq: number;
}

/** Someone else wrote it first: this copy is thrown away with its transaction. */
class AlreadyWritten extends Error {}

/** Writes the extract entry by entry, sealed on its way to disk; constant memory. Tried again, it begins anew. */
export async function writeExport(ctx: FormNeeds, { exportId }: PayloadOf<typeof writeExportTask>): Promise<void> {
  const row = await ctx.db.selectFrom('audit_export').selectAll().where('id', '=', exportId).executeTakeFirst();
  // A read replica may not have it yet.
  if (row === undefined) throw new DomainError('NOT_FOUND', { exportId });
  if (row.file_id !== null) return;
  const asked: Asked = {
    exportId,
    format: row.format,
    filter: keptFilter(jsonFrom(row.filter)),
    untilSeq: Number(row.until_seq),
  };
  const { mimeType, extension } = extractForms[row.format];
  try {
    await storeBytes(ctx, {
      name: `journal-${exportId}.${extension}`,
      mimeType,
      kind: 'DOCUMENT',
      bytes: contentOf(ctx, asked),
      attach: (tx, file) => finish(tx, { exportId, file }),
    });
  } catch (error) {
    if (!(error instanceof AlreadyWritten)) throw error;
  }
}

async function* contentOf(ctx: FormNeeds, asked: Asked): AsyncGenerator<Uint8Array> {
  const { begin, between, end, spell } = await extractForms[asked.format].open(ctx);
  yield Buffer.from(begin);
  let written = 0;
  for await (const entries of batchesOf(ctx, asked)) {
    yield Buffer.from((written > 0 ? between : '') + (await spell(entries)).join(between));
    written += entries.length;
    await ctx.run(noteProgress, { exportId: asked.exportId, written });
  }
  yield Buffer.from(end);
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

async function finish(
  { em, now }: Tx<'em' | 'now'>,
  { exportId, file }: { exportId: string; file: StoredFile },
): Promise<void> {
  await em.flush();
  const { numUpdatedRows } = await writing(em)
    .db.updateTable('audit_export')
    .set({ file_id: file.id, finished_at: now })
    .where('id', '=', exportId)
    .where('file_id', 'is', null)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) throw new AlreadyWritten();
}
