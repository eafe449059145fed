import { FeedLink, type FeedKind } from '../../../entities/scheduling/feed-link.entity.ts';
import { fieldError } from '../../kernel/errors.ts';
import { fingerprint, newId } from '../../kernel/ids.ts';
import type { Operation, Tx } from '../../platform/context.ts';
import { keyed, type Keyed } from '../../platform/request-keys.ts';
import { lockArtisan } from '../practice/lock-artisan.ts';

export interface CreateFeedLink extends Keyed {
  readonly artisanId: string;
  readonly kind: FeedKind;
}

export interface CreatedFeedLink {
  readonly link: FeedLink;
  /** Shown once; a request that is repeated with its key gets it again. */
  readonly address: string;
}

const mostLinks = 10;

/** Makes an address at which calendar programs read the bookings of an artisan. Errors: NOT_FOUND, INPUT_INVALID for more than ten. */
export const createFeedLink: Operation<'run' | 'derived' | 'config', CreateFeedLink, CreatedFeedLink> = async (
  { run, derived, config },
  input,
) => {
  // 256 bits, made from the id of the link and stored nowhere.
  const tokenOf = (id: string): string => derived.of('feed link', id);
  const enter = keyed<'em' | 'actor' | 'record', CreateFeedLink, FeedLink>(
    'createFeedLink',
    (tx, wanted) => enterLink(tx, { ...wanted, tokenOf }),
    ({ em }, id) => em.findOneOrFail(FeedLink, { id }),
  );
  const link = await run(enter, input);
  return { link, address: `${config.publicUrl}/feeds/${tokenOf(link.id)}.ics` };
};

interface Entering extends Omit<CreateFeedLink, 'key'> {
  readonly tokenOf: (id: string) => string;
}

async function enterLink(tx: Tx<'em' | 'actor' | 'record'>, { artisanId, kind, tokenOf }: Entering): Promise<FeedLink> {
  const artisan = await lockArtisan(tx, artisanId, 'feed:manage');
  if ((await tx.em.count(FeedLink, { artisan, revokedAt: null })) >= mostLinks) throw fieldError('input', 'tooMany');
  const id = newId();
  const link = tx.em.create(FeedLink, { id, artisan, kind, tokenHash: fingerprint(tokenOf(id)) });
  const payload = { feedLinkId: id, kind };
  tx.record({ action: 'FEED_LINK_CREATED', targetType: 'artisan', targetId: artisan.id, payload });
  return link;
}
