import type { Locale } from '../../kernel/locale.ts';
import { notifyMany, recipientsIn } from '../../notifications/index.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import { verifyBookings } from './verify-bookings.ts';

const words: Readonly<Record<Locale, { readonly title: string; readonly message: string }>> = {
  fr: {
    title: 'Des créneaux ne correspondent pas aux rendez-vous',
    message: 'La vérification de la nuit a trouvé des écarts. Lancez «\u00a0bookings:verify\u00a0» pour les voir.',
  },
  en: {
    title: 'Times do not match the bookings',
    message: 'The nightly check found differences. Run “bookings:verify” to see them.',
  },
};

/** The night’s check: admins hear of faults, once a day. */
export async function alarmOfBookings({
  db,
  run,
  now,
  log,
}: Pick<AppContext, 'db' | 'run' | 'now' | 'log'>): Promise<void> {
  const faults = await verifyBookings(db);
  if (faults.length === 0) return;
  log.error({ faults: faults.slice(0, 20), count: faults.length }, 'times do not match the bookings');
  await run(notifyAdmins, { day: now.toISOString().slice(0, 10), count: faults.length });
}

async function notifyAdmins(
  tx: Tx<'em' | 'now' | 'publish'>,
  { day, count }: { readonly day: string; readonly count: number },
): Promise<void> {
  await notifyMany(
    tx,
    (await recipientsIn(tx, 'ADMIN')).map(({ userId, locale }) => ({
      userId,
      ...words[locale],
      type: 'SYSTEM' as const,
      priority: 'URGENT' as const,
      data: { count },
      dedupeKey: `bookings-verify:${day}:${userId}`,
    })),
  );
}
