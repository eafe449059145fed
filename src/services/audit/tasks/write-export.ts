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

/** How entries follow one another in each format. */
const forms = {
  // The mark tells spreadsheets that the text is UTF-8.
  CSV: { begin: `\ufeff${csvLine(titles)}`, between: '', end: '' },
  JSON: { begin: '[\n', between: ',\n', end: '\n]\n' },
} as const;

async function* contentOf(needs: Needed, asked: Asked): AsyncGenerator<Uint8Array> {
  const { begin, between, end } = forms[asked.format];
  const spell = asked.format === 'CSV'
    ? (entry: AuditEntryRow): string => csvLine(cellsOf(entry, needs))
    : (entry: AuditEntryRow): string => JSON.stringify({ ...entry, line: lineIn(entry, needs) });
  yield Buffer.from(begin);
  let written = 0;
  for await (const entries of batchesOf(needs, asked)) {
    yield Buffer.from((written > 0 ? between : '') + entries.map(spell).join(between));
    written += entries.length;
    await needs.run(noteProgress, { exportId: asked.exportId, written });
  }
  yield Buffer.from(end);
}

async function* batchesOf({ db, vault }: Needed, { filter, untilSeq }: Asked): AsyncGenerator<readonly AuditEntryRow[]> {
  for (let after = 0; ;) {
    const stored = await entriesThrough(db, filter).selectAll().where('seq', '>', after).where('seq', '<=', untilSeq).orderBy('seq').limit(batch).execute();
    const entries = await rowsFrom(db, vault.ring(), stored);
    const last = entries.at(-1);
    if (last === undefined) return;
    yield entries;
    after = last.seq;
  }
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
