import type { StoredFile } from '../../../entities/files/stored-file.entity.ts';
import { storeBytes } from '../../files/index.ts';
import { csvLine } from '../../kernel/csv-cells.ts';
import { DomainError } from '../../kernel/errors.ts';
import { jsonFrom, writing } from '../../platform/orm/values.ts';
import type { Needs, Surroundings } from '../../platform/scope.ts';
import { lineOf } from '../line.ts';
import { rowsFrom, type AuditEntryRow } from '../queries/entry-row.ts';
import { entriesThrough, keptFilter, type AuditFilter } from '../queries/entry-filter.ts';

const batch = 1_000;

type Needed = Pick<Surroundings, 'db' | 'run' | 'vault' | 'config'>;

interface Asked {
  readonly exportId: string;
  readonly format: 'CSV' | 'JSON';
  readonly filter: AuditFilter;
  readonly untilSeq: number;
}

/** Someone else wrote it first: this copy is thrown away with its transaction. */
class AlreadyWritten extends Error {}

/** Writes the extract entry by entry, sealed on its way to disk; constant memory. Tried again, it begins anew. */
export async function writeExportNow(needs: Needed, { exportId }: { exportId: string }): Promise<void> {
  const row = await needs.db.selectFrom('audit_export').selectAll().where('id', '=', exportId).executeTakeFirst();
  // A read replica may not have it yet.
  if (row === undefined) throw new DomainError('NOT_FOUND', { exportId });
  if (row.file_id !== null) return;
  const asked: Asked = { exportId, format: row.format, filter: keptFilter(jsonFrom(row.filter)), untilSeq: Number(row.until_seq) };
  const mimeType = row.format === 'CSV' ? 'text/csv; charset=utf-8' : 'application/json';
  try {
    await storeBytes(needs, {
      name: `journal-${exportId}.${row.format.toLowerCase()}`, mimeType, kind: 'DOCUMENT', bytes: contentOf(needs, asked),
      attach: (scope, file) => finish(scope, { exportId, file }),
    });
  } catch (error) {
    if (!(error instanceof AlreadyWritten)) throw error;
  }
}

const titles = ['seq', 'at', 'actor_kind', 'actor_id', 'action', 'severity', 'outcome', 'target_type', 'target_id', 'address', 'agent', 'request_id', 'payload', 'line'];

async function* contentOf(needs: Needed, asked: Asked): AsyncGenerator<Uint8Array> {
  const isCsv = asked.format === 'CSV';
  const spell = (entry: AuditEntryRow): string => (isCsv ? csvLine(cellsOf(entry, needs)) : JSON.stringify({ ...entry, line: lineIn(entry, needs) }));
  // The mark tells spreadsheets that the text is UTF-8.
  yield Buffer.from(isCsv ? `\ufeff${csvLine(titles)}` : '[\n');
  let written = 0;
  for (let after = 0, isMore = true; isMore;) {
    const stored = await entriesThrough(needs.db, asked.filter).selectAll().where('seq', '>', after).where('seq', '<=', asked.untilSeq).orderBy('seq').limit(batch).execute();
    const entries = await rowsFrom(needs.db, needs.vault.ring(), stored);
    const separator = isCsv ? '' : ',\n';
    if (entries.length > 0) yield Buffer.from((written > 0 ? separator : '') + entries.map(spell).join(separator));
    written += entries.length;
    await needs.run(noteProgress, { exportId: asked.exportId, written });
    after = entries.at(-1)?.seq ?? asked.untilSeq;
    isMore = stored.length === batch;
  }
  if (!isCsv) yield Buffer.from('\n]\n');
}

const lineIn = (entry: AuditEntryRow, { config }: Needed): string => lineOf(entry, { locale: 'fr', timeZone: config.TIME_ZONE });

const cellsOf = (entry: AuditEntryRow, needs: Needed) => [
  entry.seq, entry.at.toISOString(), entry.actorKind, entry.actorId, entry.action, entry.severity, entry.outcome, entry.targetType, entry.targetId,
  entry.address, entry.agent, entry.requestId, JSON.stringify(entry.payload), lineIn(entry, needs),
];

async function noteProgress({ em }: Needs<'em'>, { exportId, written }: { exportId: string; written: number }): Promise<void> {
  await writing(em).db.updateTable('audit_export').set({ written_entries: written }).where('id', '=', exportId).execute();
}

async function finish({ em, now }: Needs<'em' | 'now'>, { exportId, file }: { exportId: string; file: StoredFile }): Promise<void> {
  await em.flush();
  const { numUpdatedRows } = await writing(em).db.updateTable('audit_export').set({ file_id: file.id, finished_at: now })
    .where('id', '=', exportId).where('file_id', 'is', null).executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) throw new AlreadyWritten();
}
