import { LockMode } from '@mikro-orm/core';
import { PageVersion } from '../../../entities/content/page-version.entity.ts';
import { Page } from '../../../entities/content/page.entity.ts';
import { DomainError } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import { allows } from '../../kernel/states.ts';
import type { Tx } from '../../platform/context.ts';
import { pageStatesOf, type PageVerb } from './page.states.ts';

/** A page, until the commit. */
export async function lockPage({ em }: Tx<'em'>, id: string): Promise<Page> {
  const page = isId(id) ? await em.findOne(Page, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE }) : null;
  if (page === null) throw new DomainError('NOT_FOUND');
  return page;
}

export function requireVerb(page: Page, verb: PageVerb): void {
  if (!allows(pageStatesOf(page), page.status, verb))
    throw new DomainError('ACTION_NOT_ALLOWED', { action: verb, status: page.status });
}

export async function versionOf({ em }: Tx<'em'>, page: Page, id: string | null): Promise<PageVersion> {
  const version = id === null ? null : await em.findOne(PageVersion, { id, page: page.id });
  if (version === null) throw new DomainError('NOT_FOUND');
  return version;
}

/** The version of its row grows by this, also when nothing else of it changes. */
export const touchPage = (page: Page, now: Date): void => {
  page.changedAt = new Date(Math.max(now.getTime(), (page.changedAt?.getTime() ?? 0) + 1));
};

/** What everyone sees is another text than before. */
export const isLive = ({ liveVersionId }: Pick<Page, 'liveVersionId'>): boolean => liveVersionId !== null;
