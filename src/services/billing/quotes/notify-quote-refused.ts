import { Quote } from '../../../entities/billing/quote.entity.ts';
import { notifyMany, recipientsIn, type NotificationWords } from '../../notifications/index.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import type { PayloadOf } from '../../platform/task.ts';
import type { notifyQuoteRefusedTask } from './quote-jobs.ts';
import { adminQuotePath } from './quote-mails.ts';

const words: NotificationWords<{ number: string }> = {
  fr: ({ number }) => ({ title: 'Un devis est refusé', message: `Le devis ${number} a été refusé.` }),
  en: ({ number }) => ({ title: 'A quote is declined', message: `Quote ${number} was declined.` }),
};

/** Notifies every admin that a quote was declined: they may revise it. */
export const notifyQuoteRefused = (
  { run }: Pick<AppContext, 'run'>,
  { quoteId }: PayloadOf<typeof notifyQuoteRefusedTask>,
): Promise<void> => run(notifyAdmins, { quoteId });

async function notifyAdmins(
  tx: Tx<'em' | 'now' | 'publish'>,
  { quoteId }: { readonly quoteId: string },
): Promise<void> {
  const quote = await tx.em.findOneOrFail(Quote, { id: quoteId });
  await notifyMany(
    tx,
    (await recipientsIn(tx, 'ADMIN')).map(({ userId, locale }) => ({
      userId,
      ...words[locale]({ number: quote.number ?? '' }),
      type: 'PAYMENT' as const,
      actionUrl: adminQuotePath(quoteId),
      data: { quoteId },
      dedupeKey: `quote-refused:${quoteId}:${userId}`,
    })),
  );
}
