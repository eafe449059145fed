import { DomainError } from '../../../kernel/errors.ts';
import { isId } from '../../../kernel/ids.ts';
import { heldAmong } from '../../../platform/legal-holds.ts';
import { instantFrom } from '../../../platform/orm/values.ts';
import type { ReadContext } from '../../../platform/context.ts';
import { folderAccess } from '../../access/folder-access.ts';
import { requireIn } from '../../access/require.ts';
import { awaitsItsEvent } from '../kept-until.ts';

/** How long a document is kept, as its readers see it. */
export interface DocumentRetention {
  readonly documentId: string;
  readonly retainUntil: Date | null;
  /** Is it kept without end, until what its time counts from has taken place? */
  readonly awaitsEvent: boolean;
  readonly closedOn: string | null;
  readonly isHeld: boolean;
  readonly dueAt: Date | null;
  /** A shorter time that takes effect unless it is undone; null for none. */
  readonly shortening: Shortening | null;
}

export interface Shortening {
  readonly retainUntil: Date | null;
  readonly effectiveAt: Date;
  readonly reason: string;
}

/** How long one document is kept, for its readers. Error: NOT_FOUND. */
export async function documentRetention(ctx: ReadContext, id: string): Promise<DocumentRetention> {
  const row = isId(id)
    ? await ctx.db
        .selectFrom('document')
        .select(['id', 'cabinet_id', 'folder_id', 'retain_until', 'closed_on', 'due_at'])
        .where('id', '=', id)
        .where('status', '!=', 'PURGED')
        .executeTakeFirst()
    : undefined;
  if (row === undefined) throw new DomainError('NOT_FOUND');
  const place = { cabinetId: row.cabinet_id, folderId: row.folder_id };
  requireIn(ctx, await folderAccess(ctx.db, ctx, place), 'document:read');
  const until = at(row.retain_until);
  const awaitsEvent = awaitsItsEvent(until);
  return {
    ...{ documentId: id, retainUntil: awaitsEvent ? null : until, awaitsEvent, closedOn: row.closed_on },
    ...{ isHeld: (await heldAmong(ctx.db, 'document', [id])).length > 0, dueAt: at(row.due_at) },
    shortening: await shorteningOf(ctx, id),
  };
}

async function shorteningOf({ db }: ReadContext, documentId: string): Promise<Shortening | null> {
  const row = await db
    .selectFrom('retention_change')
    .select(['retain_until', 'effective_at', 'reason'])
    .where('document_id', '=', documentId)
    .where('status', '=', 'PENDING')
    .executeTakeFirst();
  if (row === undefined) return null;
  return { retainUntil: at(row.retain_until), effectiveAt: instantFrom(row.effective_at), reason: row.reason };
}

const at = (value: unknown): Date | null => (value === null ? null : instantFrom(value));
