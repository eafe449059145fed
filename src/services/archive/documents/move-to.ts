import type { DocumentRun } from '../../../entities/archive/document-run.entity.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import { Document } from '../../../entities/archive/document.entity.ts';
import { beginRun } from '../runs/begin-run.ts';
import { longBytes } from '../runs/run-limits.ts';
import { contentOfMove, enterMove, type MoveDocument, type MovedHere } from './move-between.ts';
import { resealed, type Resealed } from './stored-content.ts';

/** `run`: the job that moves it, where that takes its time; until then the document is where it was. */
export interface MovedDocument extends MovedHere {
  readonly run: DocumentRun | null;
}

/**
 * Puts a document elsewhere: at once inside its cabinet and with up to 20 MiB, else by a job with progress. Errors: NOT_FOUND, FORBIDDEN,
 * NAME_TAKEN, DOCUMENT_LOCKED, LEGAL_HOLD, QUOTA_EXCEEDED, ARCHIVE_LIMIT, CABINET_ARCHIVED, VERSION_STALE, FILE_DAMAGED.
 */
export async function moveDocument(
  ctx: Pick<AppContext, 'run' | 'db' | 'vault'>,
  input: MoveDocument,
): Promise<MovedDocument> {
  const sources = await contentOfMove(ctx, input);
  if (sources !== null && sources.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0) > longBytes) {
    const { id, ...facts } = input;
    const run = await ctx.run(beginRun, { ids: [id], action: 'MOVE', facts, isLong: true });
    const document = await ctx.run(({ em }: Tx<'em'>) => em.findOneOrFail(Document, { id }), undefined);
    return { document, leftBehind: [], run };
  }
  const contents: Resealed[] = [];
  for (const source of sources ?? []) contents.push(await resealed(ctx, source));
  return { ...(await ctx.run(enterMove, { ...input, contents: sources && contents })), run: null };
}
