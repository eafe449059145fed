import type { Artisan } from '../../../entities/scheduling/artisan.entity.ts';
import type { Locale } from '../../kernel/locale.ts';
import {
  notify,
  queueMail,
  recipientsOf,
  type MailDefinition,
  type NotificationWords,
} from '../../notifications/index.ts';
import type { Tx } from '../../platform/context.ts';

export type NoticeTx = Tx<'em' | 'now' | 'enqueue' | 'publish' | 'config'>;

interface Notice<Data extends object, Facts extends object> {
  readonly template: MailDefinition<string, Data>;
  readonly data: Data;
  readonly words: NotificationWords<Facts>;
  readonly facts: (locale: Locale) => Facts;
  readonly actionUrl: string;
  readonly about: Readonly<Record<string, string>>;
  /** What happened: one notification of it. */
  readonly key: string;
}

/** Mails and notifies an artisan, in the language of their account; nobody is notified of one without an account. */
export async function notifyArtisan<Data extends object, Facts extends object>(
  tx: NoticeTx,
  artisan: Artisan,
  { template, data, words, facts, actionUrl, about, key }: Notice<Data, Facts>,
): Promise<void> {
  if (artisan.userId === null) return;
  const account = (await recipientsOf(tx, [artisan.userId])).get(artisan.userId);
  if (account === undefined) return;
  const dedupeKey = `${template.name}:${key}`;
  await queueMail(tx, {
    template: template as unknown as MailDefinition<string, object>,
    recipient: { userId: account.userId, email: artisan.email, name: artisan.displayName },
    ...{ locale: account.locale, dedupeKey, data: { ...data, ...about } },
  });
  await notify(tx, {
    ...{ userId: account.userId, ...words[account.locale](facts(account.locale)) },
    ...{ type: 'BOOKING', actionUrl, data: about, dedupeKey: `${dedupeKey}:${account.userId}` },
  });
}
