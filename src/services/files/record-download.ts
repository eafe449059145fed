import { StoredFile } from '../../entities/files/stored-file.entity.ts';
import { LockMode } from '@mikro-orm/core';
import type { AuditAction } from '../kernel/audit-actions.ts';
import { canonicalJson } from '../kernel/canonical-json.ts';
import { writing } from '../platform/orm/values.ts';
import type { Tx, RequestContext, ReadContext, AppContext } from '../platform/context.ts';
import { grantMs, type DownloadGrant } from './download-grant.ts';

/** Bytes of a file that are about to be sent. */
export interface SentDownload {
  readonly fileId: string;
  readonly versionId: string;
  /** A link is followed by a browser that does not say who it is: the person it was given to. */
  readonly userId: string | null;
  readonly grant: DownloadGrant | undefined;
  /** From the first byte on: without a grant this is a download of its own, and what begins later may continue one. */
  readonly isWhole: boolean;
}

type Needed = ReadContext & RequestContext & Pick<AppContext, 'run' | 'downloadAction' | 'downloadUses'>;

/**
 * Every grant is recorded once, when bytes are first sent for it, whichever they are. Without a grant, what does not begin at
 * the first byte continues a download of the same person, if there was one in the last minute.
 */
export async function recordDownload(ctx: Needed, sent: SentDownload): Promise<void> {
  const { fileId, versionId, userId, grant, isWhole } = sent;
  const since = new Date(grant === undefined ? ctx.now.getTime() - grantMs : grant.expiresAt.getTime() - 2 * grantMs);
  const until = grant?.expiresAt ?? new Date(ctx.now.getTime() + grantMs);
  const record = async (): Promise<void> =>
    ctx.run(recordUse, {
      fileId,
      action: await ctx.downloadAction(ctx, fileId),
      payload: grant === undefined ? { userId } : { userId, grant: grant.id },
      since: grant === undefined && isWhole ? null : since,
    });
  const key = grant === undefined ? `${userId} ${versionId}` : grant.id;
  if (grant === undefined && isWhole) ctx.downloadUses.forget(key);
  await ctx.downloadUses.once(key, { now: ctx.now, until }, record);
}

interface Use {
  readonly fileId: string;
  readonly action: AuditAction;
  readonly payload: Readonly<Record<string, string | null>>;
  /** Another process may have recorded the same since then; null when this is a use of its own. */
  readonly since: Date | null;
}

async function recordUse({ em, record }: Tx<'em' | 'record'>, { fileId, action, payload, since }: Use): Promise<void> {
  if (since !== null && (await isRecorded(em, { fileId, action, payload, since }))) return;
  record({ action, targetType: 'file', targetId: fileId, payload });
}

/** Two processes that serve parts of one file at the same instant take turns. */
async function isRecorded(
  em: Tx<'em'>['em'],
  { fileId, action, payload, since }: Use & { since: Date },
): Promise<boolean> {
  await em.findOne(StoredFile, { id: fileId }, { fields: ['id'], lockMode: LockMode.PESSIMISTIC_WRITE });
  const found = await writing(em)
    .db.selectFrom('audit_entry')
    .select('seq')
    .where('target_type', '=', 'file')
    .where('target_id', '=', fileId)
    .where('action', '=', action)
    .where('at', '>=', since)
    .where('payload', '=', canonicalJson(payload))
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}
