import { DomainError } from '../../kernel/errors.ts';
import { writing } from '../../platform/orm/values.ts';
import type { Tx } from '../../platform/context.ts';
import { lockPage, requireVerb } from './load-page.ts';

/** Deletes a draft that was never published, with all its versions. One that was is archived instead: `ACTION_NOT_ALLOWED`. */
export async function deletePage(tx: Tx<'em' | 'record'>, { id }: { readonly id: string }): Promise<string> {
  const page = await lockPage(tx, id);
  requireVerb(page, 'delete');
  if (page.publishedAt !== null)
    throw new DomainError('ACTION_NOT_ALLOWED', { action: 'delete', status: page.status, reason: 'PUBLISHED_BEFORE' });
  await writing(tx.em).db.deleteFrom('page').where('id', '=', id).execute();
  tx.record({ action: 'PAGE_DELETED', targetType: 'page', targetId: id });
  return id;
}
