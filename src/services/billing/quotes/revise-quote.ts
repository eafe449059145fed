import { Quote } from '../../../entities/billing/quote.entity.ts';
import { personOf } from '../../access/actor.ts';
import { DomainError } from '../../kernel/errors.ts';
import { transition } from '../../kernel/states.ts';
import type { Operation, Tx } from '../../platform/context.ts';
import type { Billables } from '../billable.ts';
import { quoteOfVersion, touched } from './load-quote.ts';
import { checkedContent, writeLines } from './quote-content.ts';
import { quoteStates, revisableStatuses } from './quote.states.ts';
import type { QuoteUpdate } from './update-quote.ts';

/**
 * Writes the next revision of a quote, under its number: a draft to be sent. From now on the sent one can no longer be accepted
 * (`QUOTE_CHANGED`). One that was accepted, or replaced already, is `ACTION_NOT_ALLOWED`.
 */
export const reviseQuote: Operation<'run' | 'billables', QuoteUpdate, Quote> = ({ run, billables }, input) =>
  run(revise(billables), input);

const revise =
  (billables: Billables) =>
  async (
    tx: Tx<'em' | 'actor' | 'now' | 'config' | 'record'>,
    { quoteId, version, ...content }: QuoteUpdate,
  ): Promise<Quote> => {
    const before = await quoteOfVersion(tx, { quoteId, version });
    const { status, number, revision } = before;
    const isReplaced = (await tx.em.count(Quote, { replacesId: before.id })) > 0;
    if (isReplaced || !revisableStatuses.includes(status))
      throw new DomainError('ACTION_NOT_ALLOWED', { action: 'revise', status });
    const { columns, lines } = await checkedContent(tx, billables, content);
    if (status === 'SENT') {
      transition(quoteStates, before, 'supersede');
      before.endedAt = tx.now;
    }
    // Whoever read it before has not seen this.
    before.changedAt = touched(before, tx.now);
    const quote = tx.em.create(Quote, {
      ...columns,
      number,
      revision: revision + 1,
      replacesId: before.id,
      authorId: personOf(tx.actor),
      changedAt: tx.now,
    });
    await tx.em.flush();
    await writeLines(tx, quote, lines);
    tx.record({
      action: 'QUOTE_REVISED',
      targetType: 'quote',
      targetId: before.id,
      payload: { number, revision: quote.revision, quoteId: quote.id },
    });
    return quote;
  };
