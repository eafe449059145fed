import { LockMode } from '@mikro-orm/core';
import { Quote } from '../../../entities/billing/quote.entity.ts';
import { DomainError, fieldError } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/context.ts';

/** A quote, until the commit. */
export async function lockQuote({ em }: Tx<'em'>, id: string): Promise<Quote> {
  const quote = isId(id) ? await em.findOne(Quote, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE }) : null;
  if (quote === null) throw new DomainError('NOT_FOUND');
  return quote;
}

export interface SeenQuote {
  readonly quoteId: string;
  /** As it was read. */
  readonly version: number;
}

/** A quote in the version that somebody saw. Refuses with `CONFLICT` one that was changed since. */
export async function quoteOfVersion(tx: Tx<'em'>, { quoteId, version }: SeenQuote): Promise<Quote> {
  const quote = await lockQuote(tx, quoteId);
  if (quote.version === version) return quote;
  const { details } = fieldError('input.version', 'changedSince');
  throw new DomainError('CONFLICT', { ...details, version: quote.version });
}

/** Its version grows by this, also when nothing else of its row changes. */
export const touched = (quote: Quote, now: Date): Date =>
  new Date(Math.max(now.getTime(), quote.changedAt.getTime() + 1));
