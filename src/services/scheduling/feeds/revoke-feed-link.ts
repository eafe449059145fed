import { FeedLink } from '../../../entities/scheduling/feed-link.entity.ts';
import { DomainError } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import type { UseCase } from '../../platform/context.ts';
import { lockArtisan } from '../practice/lock-artisan.ts';

/** The address answers nobody any more; one that was revoked stays so. Error: NOT_FOUND. */
export const revokeFeedLink: UseCase<'em' | 'actor' | 'now' | 'record', { readonly id: string }, FeedLink> = async (
  tx,
  { id },
) => {
  const link = isId(id) ? await tx.em.findOne(FeedLink, { id }) : null;
  if (link === null) throw new DomainError('NOT_FOUND');
  const artisan = await lockArtisan(tx, link.artisan.id, 'feed:manage');
  if (link.revokedAt !== null) return link;
  link.revokedAt = tx.now;
  tx.record({ action: 'FEED_LINK_REVOKED', targetType: 'artisan', targetId: artisan.id, payload: { feedLinkId: id } });
  return link;
};
