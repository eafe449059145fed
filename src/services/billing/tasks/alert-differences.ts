import { Reconciliation } from '../../../entities/billing/reconciliation.entity.ts';
import type { Locale } from '../../kernel/locale.ts';
import { notify, queueMail, recipientsIn } from '../../notifications/index.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import type { PayloadOf } from '../../platform/task.ts';
import { reconciliationDifferences as template } from '../emails/reconciliation-differences.ts';
import type { alertDifferencesTask } from './reconcile.task.ts';

const words: Readonly<Record<Locale, { readonly title: string; readonly message: string }>> = {
  fr: {
    title: 'Des paiements ne concordent pas avec le prestataire',
    message: 'Le rapprochement a trouvé des écarts avec le prestataire de paiement. Lisez son rapport.',
  },
  en: {
    title: 'Payments do not agree with the provider',
    message: 'The reconciliation found differences with the payment provider. Read its report.',
  },
};

type Reported = PayloadOf<typeof alertDifferencesTask>;

/** Notifies every admin, in the application and by mail, of what a reconciliation found. */
export const alertDifferences = ({ run }: Pick<AppContext, 'run'>, reported: Reported): Promise<void> =>
  run(notifyAdmins, reported);

async function notifyAdmins(
  tx: Tx<'em' | 'now' | 'enqueue' | 'publish' | 'config'>,
  { reconciliationId }: Reported,
): Promise<void> {
  const report = await tx.em.findOne(Reconciliation, { id: reconciliationId });
  // Retention may have deleted a report whose job waited for very long.
  if (report === null) return;
  const path = `/admin/rapprochements/${reconciliationId}`;
  const open = report.differences - report.mended;
  for (const recipient of await recipientsIn(tx, 'ADMIN')) {
    const { userId, locale, firstName } = recipient;
    const dedupeKey = `${template.name}:${reconciliationId}:${userId}`;
    await queueMail(tx, {
      template,
      recipient,
      locale,
      dedupeKey,
      data: {
        firstName,
        found: String(report.differences),
        mended: String(report.mended),
        open: String(open),
        reportUrl: `${tx.config.frontUrl}${path}`,
      },
    });
    await notify(tx, {
      userId,
      ...words[locale],
      type: 'PAYMENT',
      priority: open > 0 ? 'URGENT' : 'NORMAL',
      actionUrl: path,
      data: { reconciliationId },
      dedupeKey,
    });
  }
}
