import type { QuoteStatus } from '../../../entities/billing/quote.entity.ts';
import type { StateTable } from '../../kernel/states.ts';

export type QuoteVerb = 'send' | 'accept' | 'refuse' | 'expire' | 'supersede';

/** A quote that was sent is answered once, or expires, or another revision takes its place. */
export const quoteStates: StateTable<QuoteStatus, QuoteVerb> = {
  DRAFT: { send: 'SENT' },
  SENT: { accept: 'ACCEPTED', refuse: 'REFUSED', expire: 'EXPIRED', supersede: 'SUPERSEDED' },
  ACCEPTED: {},
  REFUSED: {},
  EXPIRED: {},
  SUPERSEDED: {},
};

/** From which a new revision can be written: an offer that nobody accepted. */
export const revisableStatuses: readonly QuoteStatus[] = ['SENT', 'REFUSED', 'EXPIRED'];
