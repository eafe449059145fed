import type { Locale } from '../../../kernel/locale.ts';
import {
  notify,
  queueMail,
  recipientsOf,
  type MailDefinition,
  type NotificationWords,
  type Recipient,
} from '../../../notifications/index.ts';
import { writing } from '../../../platform/orm/values.ts';
import type { Tx } from '../../../platform/context.ts';

export type NoticeTx = Tx<'em' | 'now' | 'enqueue' | 'publish' | 'config'>;

export interface ManagersNotice<Data extends object, Facts extends object> {
  readonly template: MailDefinition<string, Data & { name: string }>;
  readonly data: (locale: Locale) => Data;
  readonly words: NotificationWords<Facts>;
  readonly facts: Facts;
  /** Path in the front-end. */
  readonly actionUrl: string;
  /** What happened: one notice of it. */
  readonly key: string;
}

/** Mails and notifies every manager of a cabinet, in the language of each. */
export async function notifyManagers<Data extends object, Facts extends object>(
  tx: NoticeTx,
  cabinetId: string,
  notice: ManagersNotice<Data, Facts>,
): Promise<void> {
  for (const manager of await managersOf(tx, cabinetId)) {
    const { userId, name, email, locale } = manager;
    const dedupeKey = `${notice.template.name}:${notice.key}:${userId}`;
    await queueMail(tx, {
      template: notice.template as unknown as MailDefinition<string, object>,
      ...{ recipient: { userId, email, name }, locale, dedupeKey, data: { ...notice.data(locale), name } },
    });
    const { actionUrl } = notice;
    await notify(tx, { userId, ...notice.words[locale](notice.facts), actionUrl, data: { cabinetId }, dedupeKey });
  }
}

async function managersOf(tx: NoticeTx, cabinetId: string): Promise<Recipient[]> {
  const rows = await writing(tx.em)
    .db.selectFrom('cabinet_member')
    .select('user_id')
    .distinct()
    .where('cabinet_id', '=', cabinetId)
    .where('role', '=', 'MANAGER')
    .where('user_id', 'is not', null)
    .where((on) => on.or([on('expires_at', 'is', null), on('expires_at', '>', tx.now)]))
    .execute();
  const people = await recipientsOf(
    tx,
    rows.map(({ user_id }) => user_id as string),
  );
  return [...people.values()];
}
