import { PagePreview } from '../../../entities/content/page-parts.entity.ts';
import type { Page } from '../../../entities/content/page.entity.ts';
import { idOf } from '../../access/actor.ts';
import { DomainError } from '../../kernel/errors.ts';
import { fingerprint, newSecret } from '../../kernel/ids.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import { withPublisher } from '../queries/publisher.ts';
import { lockPage } from './load-page.ts';

const lifeMs = 24 * 3_600_000;

export interface PreviewLink {
  readonly url: string;
  readonly expiresAt: Date;
}

/** A link that shows the newest version of a page to whoever has it, for a day, without a session. */
export async function previewLink(
  tx: Tx<'em' | 'now' | 'actor' | 'config' | 'record'>,
  { id }: { readonly id: string },
): Promise<PreviewLink> {
  const page = await lockPage(tx, id);
  const secret = newSecret();
  const expiresAt = new Date(tx.now.getTime() + lifeMs);
  tx.em.create(PagePreview, { page, tokenHash: fingerprint(secret), expiresAt, madeById: idOf(tx.actor) });
  tx.record({ action: 'PAGE_PREVIEW_LINKED', targetType: 'page', targetId: id });
  return { url: `${tx.config.publicUrl}/preview/pages/${secret}`, expiresAt };
}

/** Ends every preview link of a page. */
export async function revokePreviewLinks(tx: Tx<'em' | 'record'>, { id }: { readonly id: string }): Promise<Page> {
  const page = await lockPage(tx, id);
  const revoked = await tx.em.nativeDelete(PagePreview, { page: id });
  tx.record({ action: 'PAGE_PREVIEWS_REVOKED', targetType: 'page', targetId: id, payload: { revoked } });
  return page;
}

export interface PreviewedPage {
  readonly title: string;
  readonly content: string;
}

/** What a preview link shows. Whatever opens nothing is `TOKEN_INVALID`, whether it is over, revoked or never was. */
export async function previewedPage(
  { db, now, config }: Pick<AppContext, 'db' | 'now' | 'config'>,
  token: string,
): Promise<PreviewedPage> {
  const draft = await db
    .selectFrom('page_preview')
    .innerJoin('page', 'page.id', 'page_preview.page_id')
    .innerJoin('page_version', 'page_version.id', 'page.draft_version_id')
    .select(['page_version.title', 'page_version.content'])
    .where('page_preview.token_hash', '=', fingerprint(token))
    .where('page_preview.expires_at', '>', now)
    .executeTakeFirst();
  const [shown] = await withPublisher({ db, now, config }, draft ? [draft] : []);
  if (shown === undefined) throw new DomainError('TOKEN_INVALID');
  return shown;
}
