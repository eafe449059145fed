import { UniqueConstraintViolationException } from '@mikro-orm/core';
import type { Page } from '../../../entities/content/page.entity.ts';
import { DomainError } from '../../kernel/errors.ts';
import { writing } from '../../platform/orm/values.ts';
import type { Tx } from '../../platform/context.ts';

const taken = (slug: string | undefined): DomainError =>
  new DomainError('SLUG_TAKEN', slug === undefined ? {} : { slug });

/** Refuses with `SLUG_TAKEN` a name that another page has. A name that another one had before is free. */
export async function requireFreeSlug({ em }: Tx<'em'>, slug: string, page?: Pick<Page, 'id'>): Promise<void> {
  const { db } = writing(em);
  const holder = await db.selectFrom('page').select('id').where('slug', '=', slug).executeTakeFirst();
  if (holder !== undefined && holder.id !== page?.id) throw taken(slug);
}

/** Of two who take one name at the same instant, one is refused by the database. */
export const orSlugTaken = <T>(work: Promise<T>, slug?: string): Promise<T> =>
  work.catch((error: unknown) => {
    throw error instanceof UniqueConstraintViolationException ? taken(slug) : error;
  });
