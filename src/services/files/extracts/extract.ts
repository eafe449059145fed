import type { StoredFile } from '../../../entities/files/stored-file.entity.ts';
import { yieldToEventLoop } from '../../kernel/yield-to-event-loop.ts';
import type { AppContext, TransactionContext, Tx } from '../../platform/context.ts';
import { writing } from '../../platform/orm/values.ts';
import { storeBytes } from '../store-bytes.ts';

/** Where extracts are remembered: each row with its `file_id` and `finished_at`, null until it is written. */
export type ExtractTable = 'audit_export' | 'order_export' | 'booking_export';

/** How what is extracted is spelt. */
export interface ExtractForm {
  readonly begin: string;
  readonly between: string;
  readonly end: string;
}

export interface Extract {
  readonly table: ExtractTable;
  readonly id: string;
  readonly name: string;
  readonly mimeType: string;
  readonly form: ExtractForm;
  /** What it consists of, spelt, some at a time. */
  readonly parts: AsyncIterable<readonly string[]>;
  /** Called after each batch, with how many are written so far. */
  readonly noteProgress: (written: number) => Promise<unknown>;
  /** In the transaction that ties the file to the extract. */
  readonly finished?: (tx: TransactionContext) => Promise<void>;
}

/** Someone else wrote it first: this copy is thrown away with its transaction. */
class AlreadyWritten extends Error {}

/** Writes an extract part by part, sealed on its way to disk: constant memory. Tried again, it begins anew; of two at once one counts. */
export async function writeExtract(ctx: Pick<AppContext, 'run' | 'vault'>, extract: Extract): Promise<void> {
  const { name, mimeType } = extract;
  try {
    await storeBytes(ctx, {
      name,
      mimeType,
      kind: 'DOCUMENT',
      bytes: contentOf(extract),
      attach: async (tx, file) => {
        await finish(tx, extract, file);
        await extract.finished?.(tx);
      },
    });
  } catch (error) {
    if (!(error instanceof AlreadyWritten)) throw error;
  }
}

async function* contentOf({ form: { begin, between, end }, parts, noteProgress }: Extract): AsyncGenerator<Uint8Array> {
  let written = 0;
  yield Buffer.from(begin);
  for await (const texts of parts) {
    yield Buffer.from((written > 0 ? between : '') + texts.join(between));
    written += texts.length;
    await noteProgress(written);
    await yieldToEventLoop();
  }
  yield Buffer.from(end);
}

async function finish({ em, now }: Tx<'em' | 'now'>, { table, id }: Extract, file: StoredFile): Promise<void> {
  await em.flush();
  const { numUpdatedRows } = await writing(em)
    .db.updateTable(table)
    .set({ file_id: file.id, finished_at: now })
    .where('id', '=', id)
    .where('file_id', 'is', null)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) throw new AlreadyWritten();
}
