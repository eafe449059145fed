import { createHash } from 'node:crypto';
import { TermsVersion } from '../../../entities/billing/terms-version.entity.ts';
import { DomainError } from '../../kernel/errors.ts';
import { newId } from '../../kernel/ids.ts';
import { lockedForShare, writing } from '../../platform/orm/values.ts';
import type { Tx } from '../../platform/context.ts';

/** The terms of sale as they stand: one page of the site. */
export interface TermsText {
  /** The page: `cgv`. */
  readonly slug: string;
  /** The version of the page. */
  readonly version: number;
  readonly title: string;
  /** Sanitised HTML. */
  readonly content: string;
}

/** Reads the terms of sale in the transaction of whoever records them; null while none are published. */
export type CurrentTerms = (tx: Tx<'em'>) => Promise<TermsText | null>;

/** The terms of the one module that brings some. */
export function termsOf(sources: readonly CurrentTerms[]): CurrentTerms {
  const [only, ...more] = sources;
  if (more.length > 0) throw new Error('Two modules bring the terms of sale');
  return only ?? (() => Promise.resolve(null));
}

/**
 * The terms in force, recorded word by word and hashed, so that it can be shown later which ones a buyer agreed to; by two at once, once.
 * Refuses with `TERMS_NOT_PUBLISHED` where none are.
 */
export async function recordTerms(tx: Tx<'em' | 'now'>, read: CurrentTerms): Promise<TermsVersion> {
  const current = await read(tx);
  if (current === null) throw new DomainError('TERMS_NOT_PUBLISHED');
  const { slug, version: pageVersion, title, content } = current;
  const sha256 = createHash('sha256').update(content).digest('hex');
  const { db, dialect } = writing(tx.em);
  const row = { id: newId(), created_at: tx.now, version: 1, slug, page_version: pageVersion, sha256, title, content };
  const insert = db.insertInto('terms_version').values(row);
  await (dialect === 'mysql' ? insert.ignore() : insert.onConflict((conflict) => conflict.doNothing())).execute();
  const query = db
    .selectFrom('terms_version')
    .select('id')
    .where('slug', '=', slug)
    .where('page_version', '=', pageVersion)
    .where('sha256', '=', sha256);
  const { id } = await lockedForShare(query, dialect).executeTakeFirstOrThrow();
  return tx.em.getReference(TermsVersion, id);
}
