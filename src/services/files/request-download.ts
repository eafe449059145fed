import { personOf } from '../access/actor.ts';
import { DomainError, hiding } from '../kernel/errors.ts';
import type { ReadScope, Surroundings } from '../platform/scope.ts';
import { signGrant } from './download-grant.ts';
import { findFile } from './queries/find-file.ts';

/** A link that its person may follow for a minute; range requests may repeat it. */
export interface DownloadLink {
  readonly url: string;
  readonly expiresAt: Date;
}

type Needed = ReadScope & Pick<Surroundings, 'config' | 'mayReadFile' | 'downloadKey'>;

/** Gives a link to a file that this person may read. Another's file does not exist. */
export async function requestDownload(needs: Needed, { fileId }: { fileId: string }): Promise<DownloadLink> {
  const userId = personOf(needs.actor);
  const file = await findFile(needs.db, fileId);
  if (file === undefined) throw new DomainError('NOT_FOUND');
  if (!(await needs.mayReadFile(needs, fileId))) throw hiding({ type: 'file', id: fileId });
  const { token, expiresAt } = signGrant(needs.downloadKey, { fileId, versionId: file.versionId, userId }, needs.now);
  return { url: `${needs.config.publicUrl}/files/${fileId}?grant=${token}`, expiresAt };
}
