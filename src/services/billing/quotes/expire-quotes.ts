import { localDateOf } from '../../kernel/format.ts';
import { transition } from '../../kernel/states.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import { eachRow } from '../../platform/each-row.ts';
import type { PayloadOf } from '../../platform/task.ts';
import type { Billables, QuoteContext } from '../billable.ts';
import { isOver } from './answer.policy.ts';
import { quoteExpired } from './events.ts';
import { lockQuote } from './load-quote.ts';
import { moveSubject } from './move-subject.ts';
import type { expireQuotesTask } from './quote-jobs.ts';
import { quoteStates } from './quote.states.ts';

/** The night's job: notes which sent quotes are over. Whether one can be accepted is decided then, not by this. */
export const expireQuotes = async (
  { run, db, now, config, billables }: Pick<AppContext, 'run' | 'db' | 'now' | 'config' | 'billables'>,
  _: PayloadOf<typeof expireQuotesTask>,
): Promise<void> => {
  const over = await db
    .selectFrom('quote')
    .select('id')
    .where('status', '=', 'SENT')
    .where('valid_until', '<', localDateOf(now, config.TIME_ZONE))
    .orderBy('id')
    .execute();
  await eachRow(over, (quoteId) => run(expire(billables), { quoteId }));
};

const expire =
  (billables: Billables) =>
  async (tx: QuoteContext & Tx<'config'>, { quoteId }: { readonly quoteId: string }): Promise<void> => {
    const quote = await lockQuote(tx, quoteId);
    if (quote.status !== 'SENT' || !isOver(tx, quote.validUntil)) return;
    transition(quoteStates, quote, 'expire');
    quote.endedAt = tx.now;
    await moveSubject(tx, billables, { quote, verb: 'expire' });
    const { number, revision } = quote;
    tx.emit(quoteExpired, { quoteId, buyerId: quote.buyer?.id ?? null });
    tx.record({ action: 'QUOTE_EXPIRED', targetType: 'quote', targetId: quoteId, payload: { number, revision } });
  };
