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
  readonly documents: KeptDocuments;
  readonly series: readonly { readonly series: string; readonly next: number; readonly mark: number }[];
}

/** Documents that are not purged, and their versions that were not deleted. */
export interface KeptDocuments {
  readonly documents: number;
  readonly versions: number;
  /** Versions whose content was forgotten for good after the backup. */
  readonly forgotten: number;
}

const filesAtOnce = 500;

/** Reads every stored file and compares it with its row; compares each invoice series with the last number shown. */
export async function checkPlace(ctx: Needed): Promise<PlaceCheck> {
  const damaged: string[] = [];
  let [files, bytes] = [0, 0];
  for await (const { id, version_id, ciphertext_sha256 } of liveFiles(ctx)) {
    const found = await hashOfStored(ctx, version_id);
    if (found?.sha256 !== ciphertext_sha256) damaged.push(id);
    files += 1;
    bytes += found?.size ?? 0;
  }
  return { files, bytes, damaged, documents: await documentsOf(ctx), series: await seriesOf(ctx) };
}

async function* liveFiles(ctx: Needed) {
  for (let after = ''; ;) {
    const rows = await filesAfter(ctx, after);
    yield* rows;
    if (rows.length < filesAtOnce) return;
    after = rows.at(-1)?.id ?? '';
  }
}

const filesAfter = ({ db }: Needed, after: string) =>
  db
    .selectFrom('stored_file')
    .select(['id', 'version_id', 'ciphertext_sha256'])
    .where('deleted_at', 'is', null)
    .where('id', '>', after)
    .orderBy('id')
    .limit(filesAtOnce)
    .execute();

async function hashOfStored({ vault }: Needed, versionId: string) {
  const object = await vault.storage.open(versionId);
  if (object === undefined) return undefined;
  try {
    return { sha256: await readThrough(object, () => Promise.resolve()), size: object.size };
  } finally {
    await object.close();
  }
}

async function documentsOf({ db }: Needed): Promise<KeptDocuments> {
  const kept = db.selectFrom('document').where('document.status', '!=', 'PURGED');
  const { documents } = await kept.select(({ fn }) => fn.countAll().as('documents')).executeTakeFirstOrThrow();
  const found = await kept
    .innerJoin('document_version', 'document_version.document_id', 'document.id')
    .leftJoin('stored_file', (join) =>
      join.onRef('stored_file.id', '=', 'document_version.file_id').on('stored_file.deleted_at', 'is', null),
    )
    .where('document_version.deleted_at', 'is', null)
    .select(({ fn }) => [fn.countAll().as('versions'), fn.count('stored_file.id').as('whole')])
    .executeTakeFirstOrThrow();
  const versions = Number(found.versions);
  return { documents: Number(documents), versions, forgotten: versions - Number(found.whole) };
}

async function seriesOf({ db, config }: Needed): Promise<PlaceCheck['series']> {
  const counters = await db.selectFrom('invoice_counter').select(['series', 'next_number']).orderBy('series').execute();
  const marks = knownMarks(
    config,
    counters.map(({ series }) => series),
  );
  return counters.map(({ series, next_number }) => ({ series, next: Number(next_number), mark: marks[series] ?? 0 }));
}
