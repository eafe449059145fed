import type { Quote } from '../../../entities/billing/quote.entity.ts';
import { DomainError } from '../../kernel/errors.ts';
import { localDateOf } from '../../kernel/format.ts';
import type { Tx } from '../../platform/context.ts';

/** What the buyer had before their eyes. */
export interface ShownQuote {
  readonly revision: number;
}

/** Can this revision be answered now? `NOT_FOUND` before it is sent, `QUOTE_CHANGED` when it was replaced, `QUOTE_EXPIRED`. */
export function requireAnswerable(tx: Tx<'now' | 'config'>, quote: Quote, { revision }: ShownQuote): void {
  const { status, validUntil } = quote;
  if (status === 'DRAFT') throw new DomainError('NOT_FOUND');
  if (status === 'SUPERSEDED' || revision !== quote.revision) throw new DomainError('QUOTE_CHANGED');
  if (status === 'EXPIRED' || (status === 'SENT' && isOver(tx, validUntil)))
    throw new DomainError('QUOTE_EXPIRED', { validUntil });
}

/** At the end of its last local day, whether or not the night has noted it. */
export const isOver = ({ now, config }: Tx<'now' | 'config'>, validUntil: string): boolean =>
  localDateOf(now, config.TIME_ZONE) > validUntil;
