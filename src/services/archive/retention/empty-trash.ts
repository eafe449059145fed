import { DomainError, type ErrorCode } from '../../kernel/errors.ts';
import { unheld } from '../../platform/legal-holds.ts';
import { numberFrom } from '../../platform/orm/values.ts';
import type { AppContext, Db, Operation } from '../../platform/context.ts';
import { lockCabinet, requireWritable, type Opening } from '../access/require.ts';
import { deleteEmptyFolders } from './empty-folders.ts';
import { purge, type Purging } from './purge-document.ts';

export interface TrashEmptied {
  /** Documents that are destroyed now. */
  readonly purged: number;
  /** Documents that are still in the trash: those that must be kept, and those beyond what one request destroys. */
  readonly remaining: number;
}

/** How many documents one request destroys. */
const mostAtOnce = 200;

/**
 * Destroys what is in the trash of a cabinet, but for what must be kept: each document by itself, 200 at most; asked again, the next ones.
 * Errors: NOT_FOUND, FORBIDDEN, CABINET_ARCHIVED.
 */
export const emptyTrash: Operation<
  'run' | 'db' | 'now' | 'certificateKeys',
  { readonly cabinetId: string },
  TrashEmptied
> = async (ctx, { cabinetId }) => {
  await ctx.run(permitEmptying, cabinetId);
  const rows = await destroyable(ctx)
    .where('cabinet_id', '=', cabinetId)
    .orderBy('trashed_at')
    .limit(mostAtOnce)
    .execute();
  const purged = await purgeEach(ctx, { ids: rows.map(({ id }) => id), why: 'TRASH_EMPTIED' });
  await ctx.run(deleteEmptyFolders, { cabinetId, trashedBefore: ctx.now });
  return { purged, remaining: await countTrash(ctx.db, cabinetId) };
};

async function permitEmptying(tx: Opening, cabinetId: string): Promise<void> {
  requireWritable(await lockCabinet(tx, cabinetId, 'document:purge'));
}

/** Documents of the trash that may be destroyed as far as one sees without locking them. */
export const destroyable = ({ db, now }: { readonly db: Db; readonly now: Date }) =>
  db
    .selectFrom('document')
    .select('document.id')
    .where('document.status', '=', 'TRASHED')
    .where((on) => on.or([on('document.retain_until', 'is', null), on('document.retain_until', '<=', now)]))
    .where(unheld('document'));

/** What stops the destruction of one document, and not of the others. */
const ofOne: readonly ErrorCode[] = ['NOT_FOUND', 'DOCUMENT_LOCKED', 'LEGAL_HOLD', 'RETENTION_ACTIVE'];

/** Each in its own transaction, by its own rules; returns how many went. */
export async function purgeEach(
  { run, certificateKeys: signer }: Pick<AppContext, 'run' | 'certificateKeys'>,
  { ids, why }: { readonly ids: readonly string[]; readonly why: Purging['why'] },
): Promise<number> {
  let purged = 0;
  for (const id of ids) {
    try {
      await run(purge, { id, signer, why });
      purged += 1;
    } catch (error) {
      if (!(error instanceof DomainError && ofOne.includes(error.code))) throw error;
    }
  }
  return purged;
}

const countTrash = async (db: Db, cabinetId: string): Promise<number> =>
  numberFrom(
    (
      await db
        .selectFrom('document')
        .select(({ fn }) => fn.countAll().as('n'))
        .where('cabinet_id', '=', cabinetId)
        .where('status', '=', 'TRASHED')
        .executeTakeFirst()
    )?.n,
  );
