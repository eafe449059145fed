import { knownMarks } from '../../billing/index.ts';
import type { AppContext } from '../../platform/context.ts';
import { readThrough } from '../repository/transfer.ts';

type Needed = Pick<AppContext, 'db' | 'config' | 'vault'>;

/** What is there, and what differs from what must be. */
export interface PlaceCheck {
  readonly files: number;
  readonly bytes: number;
  /** Files whose bytes are missing, or are not what they were. */
  readonly damaged: readonly string[];
  readonly series: readonly { readonly series: string; readonly next: number; readonly mark: number }[];
}

const filesAtOnce = 500;

/** Reads every stored file and compares it with its row; compares each invoice series with the last number shown. */
export async function checkPlace({ db, config, vault }: Needed): Promise<PlaceCheck> {
  const damaged: string[] = [];
  let [files, bytes, after] = [0, 0, ''];
  for (;;) {
    const rows = await db
      .selectFrom('stored_file')
      .select(['id', 'version_id', 'ciphertext_sha256'])
      .where('deleted_at', 'is', null)
      .where('id', '>', after)
      .orderBy('id')
      .limit(filesAtOnce)
      .execute();
    for (const { id, version_id, ciphertext_sha256 } of rows) {
      const object = await vault.storage.open(version_id);
      const found = object === undefined ? undefined : await readThrough(object, () => Promise.resolve());
      await object?.close();
      if (found !== ciphertext_sha256) damaged.push(id);
      files += 1;
      bytes += object?.size ?? 0;
    }
    if (rows.length < filesAtOnce) break;
    after = rows.at(-1)?.id ?? '';
  }
  const counters = await db.selectFrom('invoice_counter').select(['series', 'next_number']).orderBy('series').execute();
  const marks = knownMarks(
    config,
    counters.map(({ series }) => series),
  );
  return {
    ...{ files, bytes, damaged },
    series: counters.map(({ series, next_number }) => ({
      ...{ series, next: Number(next_number), mark: marks[series] ?? 0 },
    })),
  };
}
