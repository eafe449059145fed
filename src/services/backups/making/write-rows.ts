import type { Row, Snapshot } from '../../platform/orm/snapshot/snapshot.ts';
import type { TableShape } from '../../platform/orm/snapshot/table-shapes.ts';
import { Cutter } from '../format/cut.ts';
import type { PieceOfBackup, TableOfBackup } from '../format/manifest.ts';
import { pieceName } from '../format/names.ts';
import { sealPiece } from '../format/piece.ts';
import { RowSum } from '../format/row-sum.ts';
import type { Repository } from '../repository/repository.ts';
import { replaceWhole, writeWhole } from '../repository/transfer.ts';
import { crashPoint } from '../../platform/crash-points.ts';
import type { Lease, Progress } from './lease.ts';
import type { Pool } from './several.ts';

export interface Writing {
  readonly repository: Repository;
  readonly snapshot: Snapshot;
  readonly lease: Lease;
  readonly progress: Progress;
}

/** Each waits for the disk: those of several tables wait together. */
export const piecesAtOnce = 4;

/**
 * Writes the rows of a table in pieces, and sums them; what is there already is not written again. Its last pieces are there when the
 * pool ends.
 */
export async function writeRows(
  writing: Writing & { readonly pool: Pool },
  table: TableShape,
  seen: (row: Row) => void = () => undefined,
): Promise<TableOfBackup> {
  const sum = new RowSum();
  const pieces: PieceOfBackup[] = [];
  let rows = 0;
  const cuts = async function* (): AsyncGenerator<{ at: number; lines: readonly string[] }> {
    const cutter = new Cutter();
    let at = 0;
    for await (const batch of writing.snapshot.rows(table)) {
      for (const row of batch) {
        seen(row);
        const line = JSON.stringify(row);
        sum.add(line);
        rows += 1;
        const lines = cutter.add(line, keyOf(table, row));
        if (lines !== undefined) yield { at: at++, lines };
      }
      writing.progress.rows += batch.length;
      await writing.lease.beat(writing.progress);
    }
    const rest = cutter.rest();
    if (rest.length > 0) yield { at, lines: rest };
  };
  for await (const { at, lines } of cuts())
    await writing.pool.add(async () => {
      pieces[at] = await writePiece(writing, lines);
    });
  return {
    columns: table.columns.map(([name, kind]) => [name, kind]),
    key: [...table.key],
    rows,
    sum: sum.digest(),
    pieces,
  };
}

function keyOf({ columns, key }: TableShape, row: Row): string {
  return JSON.stringify(columns.flatMap(([name], i) => (key.includes(name) ? [row[i]] : [])));
}

async function writePiece({ repository, progress }: Writing, lines: readonly string[]): Promise<PieceOfBackup> {
  const { name, sha256, bytes } = await sealPiece(repository.keys, `${lines.join('\n')}\n`);
  const path = pieceName(name);
  progress.bytes += bytes.length;
  const there = await repository.target.sizeOf(path);
  if (there !== bytes.length) {
    await (there === undefined ? writeWhole : replaceWhole)(repository.target, path, bytes);
    progress.addedBytes += bytes.length;
    crashPoint('after-backup-piece');
  }
  return { name, sha256, size: bytes.length, rows: lines.length };
}
