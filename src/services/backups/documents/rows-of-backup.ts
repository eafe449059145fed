import type { Cell } from '../../platform/orm/snapshot/cells.ts';
import type { Row } from '../../platform/orm/snapshot/snapshot.ts';
import type { Manifest } from '../format/manifest.ts';
import { readPiece, type Repository } from '../repository/repository.ts';

export type RowOfBackup = Readonly<Record<string, Cell>>;

/** The rows of a table as a backup has them, by their columns; none of a table that it does not know. */
export async function* rowsOfBackup(
  repository: Repository,
  { tables }: Manifest,
  name: string,
): AsyncGenerator<RowOfBackup> {
  const table = tables[name];
  if (table === undefined) return;
  for (const piece of table.pieces)
    for (const line of await readPiece(repository, piece)) {
      const row = JSON.parse(line) as Row;
      yield Object.fromEntries(table.columns.map(([column], i) => [column, row[i] ?? null]));
    }
}
