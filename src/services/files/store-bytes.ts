import type { FileKind, StoredFile } from '../../entities/files/stored-file.entity.ts';
import { newId } from '../kernel/ids.ts';
import type { TransactionContext, AppContext } from '../platform/context.ts';
import { sealFile } from '../vault/index.ts';
import { registerFile } from './register-file.ts';

export interface MadeFile<O> {
  readonly name: string;
  readonly mimeType: string;
  readonly kind: FileKind;
  /** All of it, or as it is made. */
  readonly bytes: Uint8Array | AsyncIterable<Uint8Array>;
  /** Ties the file to what it is for; same transaction as the file's own rows. */
  readonly attach: (tx: TransactionContext, file: StoredFile) => Promise<O>;
}

/** Seals and remembers a file that the application made itself: an invoice, an export. */
export async function storeBytes<O>(ctx: Pick<AppContext, 'run' | 'vault'>, made: MadeFile<O>): Promise<O> {
  const sealed = await sealFile(ctx.vault, {
    fileId: newId(),
    versionId: newId(),
    source: made.bytes instanceof Uint8Array ? once(made.bytes) : made.bytes,
  });
  return ctx.run(async (tx: TransactionContext, input: MadeFile<O>) => {
    const { name, mimeType, kind } = input;
    return input.attach(tx, registerFile(tx, { sealed, name, mimeType, kind, ownerId: null }));
  }, made);
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
