import { notifyMany, recipientsIn, type NotificationWords } from '../../notifications/index.ts';
import type { Tx } from '../../platform/context.ts';

export type NoticeTx = Tx<'em' | 'now' | 'publish'>;

interface Notice {
  readonly words: NotificationWords<Facts>;
  readonly facts: Facts;
  /** One notice for each of these and each admin. */
  readonly key: string;
}

export interface Facts {
  readonly target: string;
  readonly detail: string;
}

/** Notifies every admin, once. */
export async function notifyAdmins(tx: NoticeTx, { words, facts, key }: Notice): Promise<void> {
  const admins = await recipientsIn(tx, 'ADMIN');
  await notifyMany(
    tx,
    admins.map(({ userId, locale }) => ({
      ...words[locale](facts),
      ...{ userId, type: 'ERROR' as const, priority: 'HIGH' as const, actionUrl: '/admin/sauvegardes' },
      data: { key },
      dedupeKey: `${key}:${userId}`,
    })),
  );
}
