import { z } from 'zod';
import type { Locale } from '../../kernel/locale.ts';
import { notifyMany, recipientsIn } from '../../notifications/index.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import { defineTask } from '../../platform/task.ts';
import { cardPaymentsOfHour } from '../payment-figures.ts';

/** Alerts the admins when too many card payments are refused. */
export const watchCardPaymentsTask = defineTask('billing.watch-card-payments', z.object({}), { priority: 150 });

/** Below this share of card payments that succeed, something is wrong. */
const leastRatio = 0.95;
/** Fewer within an hour prove nothing: one refused card among five would be an alert. */
const paymentsThatProve = 20;
const hourMs = 3_600_000;

const words: Readonly<Record<Locale, { readonly title: string; readonly message: string }>> = {
  fr: {
    title: 'Beaucoup de paiements par carte sont refusés',
    message:
      'Depuis une heure, moins de 95\u00a0% des paiements par carte aboutissent. Vérifiez l’état du prestataire de paiement.',
  },
  en: {
    title: 'Many card payments are refused',
    message:
      'Within the last hour, less than 95 % of card payments succeeded. Check the state of the payment provider.',
  },
};

/** Once an hour at most, in the application. */
export async function watchCardPayments({ db, now, run }: Pick<AppContext, 'db' | 'now' | 'run'>): Promise<void> {
  const { succeeded, failed } = await cardPaymentsOfHour({ db, now });
  const ended = succeeded + failed;
  if (ended >= paymentsThatProve && succeeded / ended < leastRatio) await run(alertAdmins, undefined);
}

async function alertAdmins(tx: Tx<'em' | 'now' | 'publish'>): Promise<void> {
  const hour = Math.floor(tx.now.getTime() / hourMs);
  await notifyMany(
    tx,
    (await recipientsIn(tx, 'ADMIN')).map(({ userId, locale }) => ({
      userId,
      ...words[locale],
      type: 'PAYMENT' as const,
      priority: 'URGENT' as const,
      dedupeKey: `card-payments-refused:${hour}:${userId}`,
    })),
  );
}
