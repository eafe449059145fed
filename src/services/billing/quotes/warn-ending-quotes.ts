import { Quote } from '../../../entities/billing/quote.entity.ts';
import { localDateOf } from '../../kernel/format.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import type { DerivedSecrets } from '../../platform/derived-secrets.ts';
import { eachRow } from '../../platform/each-row.ts';
import type { PayloadOf } from '../../platform/task.ts';
import { quoteEnding } from '../emails/quote-ending.ts';
import type { warnEndingQuotesTask } from './quote-jobs.ts';
import { buyerToMail, grossOf, mailBuyer } from './quote-mails.ts';

/** How long before its last day. */
const daysBefore = 3;

/**
 * The morning's job: one mail to the buyer of each quote whose last day is in three days. After mornings on which no server ran, those
 * that end sooner are caught up on, each once.
 */
export const warnEndingQuotes = async (
  { run, db, now, config, derived }: Pick<AppContext, 'run' | 'db' | 'now' | 'config' | 'derived'>,
  _: PayloadOf<typeof warnEndingQuotesTask>,
): Promise<void> => {
  const today = Temporal.PlainDate.from(localDateOf(now, config.TIME_ZONE));
  const ending = await db
    .selectFrom('quote')
    .select('id')
    .where('status', '=', 'SENT')
    .where('valid_until', '>=', today.toString())
    .where('valid_until', '<=', today.add({ days: daysBefore }).toString())
    .orderBy('id')
    .execute();
  await eachRow(ending, (quoteId) => run(warn, { quoteId, derived }));
};

async function warn(
  tx: Tx<'em' | 'now' | 'enqueue' | 'config'>,
  { quoteId, derived }: { readonly quoteId: string; readonly derived: DerivedSecrets },
): Promise<void> {
  const quote = await tx.em.findOne(Quote, { id: quoteId, status: 'SENT' });
  if (quote === null || wasShort(tx, quote)) return;
  const recipient = await buyerToMail(tx, quote);
  if (recipient === undefined) return;
  await mailBuyer(
    tx,
    { quote, recipient, derived },
    {
      template: quoteEnding,
      dedupeKey: `${quoteEnding.name}:${quoteId}`,
      data: { quoteNumber: quote.number ?? '', total: grossOf(quote), validUntil: quote.validUntil },
    },
  );
}

/** One that was sent for a few days only has just been mailed. */
function wasShort({ config }: Tx<'config'>, { sentAt, validUntil }: Quote): boolean {
  if (sentAt === null) return true;
  const sentOn = Temporal.PlainDate.from(localDateOf(sentAt, config.TIME_ZONE));
  return validUntil <= sentOn.add({ days: daysBefore }).toString();
}
