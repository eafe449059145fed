import { crashPoint } from '../../platform/crash-points.ts';
import type { Loader } from '../../platform/orm/snapshot/loader.ts';
import type { Row } from '../../platform/orm/snapshot/snapshot.ts';
import { yieldToEventLoop } from '../../kernel/yield-to-event-loop.ts';
import { BackupFault } from '../format/backup-fault.ts';
import { RowSum } from '../format/row-sum.ts';
import { readPiece } from '../repository/repository.ts';
import type { RestorePlace } from './restore-place.ts';

/** Puts every row back, a piece in each transaction: those that are there already stay. Checks the sum of each table. */
export async function fillDatabase({ repository, manifest, print }: RestorePlace, loader: Loader): Promise<void> {
  let rows = 0;
  for (const [name, table] of Object.entries(manifest.tables)) {
    const sum = new RowSum();
    for (const piece of table.pieces) {
      const lines = await readPiece(repository, piece);
      for (const line of lines) sum.add(line);
      await loader.insert(
        { name, columns: table.columns },
        lines.map((line) => JSON.parse(line) as Row),
      );
      rows += lines.length;
      crashPoint('after-restored-piece');
      await yieldToEventLoop();
    }
    if (sum.digest() !== table.sum) throw new BackupFault('PIECE_DAMAGED', name);
  }
  print(`Rows: ${rows} in ${Object.keys(manifest.tables).length} tables.`);
}
