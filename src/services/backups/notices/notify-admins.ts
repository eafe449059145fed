import {
  notifyMany,
  queueMail,
  recipientsIn,
  type MailDefinition,
  type NotificationWords,
} from '../../notifications/index.ts';
import type { Tx } from '../../platform/context.ts';

export type NoticeTx = Tx<'em' | 'now' | 'config' | 'enqueue' | 'publish'>;

interface Addressed {
  readonly name: string;
  readonly target: string;
  readonly backupsUrl: string;
}

interface Notice<Data extends object> {
  readonly words: NotificationWords<Facts>;
  readonly facts: Facts;
  /** The mail, and what it says beside the target. */
  readonly mail: MailDefinition<string, Data & Addressed>;
  readonly data: Data;
  /** In the front-end; that of backups unless given. */
  readonly path?: string;
  /** One notice and one mail for each of these and each admin. */
  readonly key: string;
}

export interface Facts {
  readonly target: string;
  readonly detail: string;
}

const backupsPath = '/admin/sauvegardes';

/** Notifies and mails every admin, once. */
export async function notifyAdmins<Data extends object>(
  tx: NoticeTx,
  { words, facts, mail, data, key, path = backupsPath }: Notice<Data>,
): Promise<void> {
  const admins = await recipientsIn(tx, 'ADMIN');
  await notifyMany(
    tx,
    admins.map(({ userId, locale }) => ({
      ...words[locale](facts),
      ...{ userId, type: 'ERROR' as const, priority: 'HIGH' as const, actionUrl: path },
      data: { key },
      dedupeKey: `${key}:${userId}`,
    })),
  );
  for (const admin of admins) {
    const about = { target: facts.target, backupsUrl: `${tx.config.frontUrl}${path}` };
    await queueMail(tx, {
      template: mail as unknown as MailDefinition<string, object>,
      ...{ recipient: admin, locale: admin.locale, dedupeKey: `${key}:${admin.userId}` },
      data: { ...data, ...about, name: admin.name },
    });
  }
}
