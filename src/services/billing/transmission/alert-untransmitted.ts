import { z } from 'zod';
import { localDateOf } from '../../kernel/format.ts';
import type { Locale } from '../../kernel/locale.ts';
import { notifyMany, recipientsIn } from '../../notifications/index.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import { defineTask } from '../../platform/task.ts';

/** Every morning: invoices to French businesses that no platform has. */
export const alertUntransmittedTask = defineTask('billing.alert-untransmitted', z.object({}), { priority: 200 });

/** Small businesses transmit their invoices from this day on (ordonnance 2021-1190, as postponed by the loi de finances pour 2024). */
const firstDay = '2027-09-01';
const patienceMs = 2 * 24 * 3_600_000;

const words: Readonly<Record<Locale, (count: number) => { readonly title: string; readonly message: string }>> = {
  fr: (count) => ({
    title: 'Des factures ne sont pas transmises',
    message: `${count} facture(s) à des entreprises françaises n’ont pas été acceptées par votre plateforme agréée depuis plus de deux jours. Transmettez-les, puis enregistrez la transmission.`,
  }),
  en: (count) => ({
    title: 'Invoices are not transmitted',
    message: `${count} invoice(s) to French businesses have not reached your accredited platform for more than two days. Transmit them, then record the transmission.`,
  }),
};

/** Of each day one notification to each admin, with how many there are; what was issued before that day needs no transmission. */
export async function alertUntransmitted({
  db,
  run,
  now,
  config,
}: Pick<AppContext, 'db' | 'run' | 'now' | 'config'>): Promise<void> {
  const today = localDateOf(now, config.TIME_ZONE);
  if (today < firstDay) return;
  const since = Temporal.PlainDate.from(firstDay).toZonedDateTime(config.TIME_ZONE).epochMilliseconds;
  const { count } = await db
    .selectFrom('invoice')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('transmission', 'in', ['TO_SEND', 'REJECTED'])
    .where('issued_at', '>=', new Date(since))
    .where('issued_at', '<', new Date(now.getTime() - patienceMs))
    .executeTakeFirstOrThrow();
  if (Number(count) > 0) await run(notifyAdmins, { count: Number(count), today });
}

async function notifyAdmins(
  tx: Tx<'em' | 'now' | 'publish'>,
  { count, today }: { readonly count: number; readonly today: string },
): Promise<void> {
  await notifyMany(
    tx,
    (await recipientsIn(tx, 'ADMIN')).map(({ userId, locale }) => ({
      userId,
      ...words[locale](count),
      type: 'PAYMENT' as const,
      priority: 'URGENT' as const,
      data: { count },
      dedupeKey: `invoices-untransmitted:${today}:${userId}`,
    })),
  );
}
