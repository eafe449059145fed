import { personOf } from '../access/actor.ts';
import { DomainError, hiding } from '../kernel/errors.ts';
import type { ReadContext, AppContext } from '../platform/context.ts';
import { signGrant, type DownloadGrant } from './download-grant.ts';
import { findFile } from './queries/find-file.ts';
import { requireVerified } from './scan/scan.policy.ts';

/** A link that its person may follow for a minute; range requests may repeat it. */
export interface DownloadLink {
  readonly url: string;
  readonly expiresAt: Date;
}

type Needed = ReadContext & Pick<AppContext, 'config' | 'mayReadFile' | 'downloadKey'>;

/** Gives a link to a file that this person may read. Another's file does not exist. */
export async function requestDownload(ctx: Needed, { fileId }: { fileId: string }): Promise<DownloadLink> {
  const userId = personOf(ctx.actor);
  const file = await findFile(ctx.db, fileId);
  if (file === undefined) throw new DomainError('NOT_FOUND');
  if (!(await ctx.mayReadFile(ctx, fileId))) throw hiding({ type: 'file', id: fileId });
  requireVerified(ctx.actor, file);
  return linkTo(ctx, { fileId, versionId: file.versionId, userId });
}

/** The same for a file that this person was shown already; without an account there is no `userId`. */
export async function linkToFile(
  ctx: Pick<Needed, 'db' | 'actor' | LinkNeeds>,
  { fileId, userId }: { readonly fileId: string; readonly userId: string | null },
): Promise<DownloadLink> {
  const file = await findFile(ctx.db, fileId);
  if (file === undefined) throw new DomainError('NOT_FOUND');
  requireVerified(ctx.actor, file);
  return linkTo(ctx, { fileId, versionId: file.versionId, userId });
}

type LinkNeeds = 'config' | 'downloadKey' | 'now';

function linkTo(ctx: Pick<Needed, LinkNeeds>, target: Omit<DownloadGrant, 'id' | 'expiresAt'>): DownloadLink {
  const { token, expiresAt } = signGrant(ctx.downloadKey, target, ctx.now);
  return { url: `${ctx.config.publicUrl}/files/${target.fileId}?grant=${token}`, expiresAt };
}
