import { LockMode } from '@mikro-orm/core';
import { Quote } from '../../../entities/billing/quote.entity.ts';
import { money } from '../../kernel/money.ts';
import { transition } from '../../kernel/states.ts';
import type { Tx } from '../../platform/context.ts';
import type { Billables, QuoteContext, QuoteStep } from '../billable.ts';
import { touched } from './load-quote.ts';
import { subjectOf } from './compose-quote.ts';
import { quoteStates } from './quote.states.ts';

interface MovedQuote extends Pick<QuoteStep, 'verb' | 'startBeforeWithdrawal'> {
  readonly quote: Quote;
}

/** Lets the module that owns the subject of a quote move it with the quote, in the same transaction; it may refuse both. */
export async function moveSubject(
  tx: QuoteContext,
  billables: Billables,
  { quote, ...step }: MovedQuote,
): Promise<void> {
  const { id: quoteId, buyer, grossCents, currency } = quote;
  const subject = subjectOf(quote);
  if (subject === null) return;
  await billables[subject.type].moveByQuote?.(tx, {
    ...step,
    subjectId: subject.id,
    quoteId,
    buyerId: buyer?.id ?? null,
    total: money(grossCents, currency),
  });
}

/** A subject that moves with its quotes has one offer at a time: the others that were sent for it can no longer be accepted. */
export async function supersedeOthers(tx: Tx<'em' | 'now'>, billables: Billables, quote: Quote): Promise<void> {
  const subject = subjectOf(quote);
  if (subject === null || billables[subject.type].moveByQuote === undefined) return;
  const others = await tx.em.find(
    Quote,
    { subjectType: subject.type, subjectId: subject.id, status: 'SENT', id: { $ne: quote.id } },
    { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' } },
  );
  for (const other of others) {
    transition(quoteStates, other, 'supersede');
    other.endedAt = tx.now;
    other.changedAt = touched(other, tx.now);
  }
  // By themselves: a statement that writes this one too would name columns of theirs that never change.
  await tx.em.flush();
}
