import type { ThresholdKind } from '../../../entities/insights/threshold-limit.entity.ts';
import { formatMoney } from '../../kernel/format.ts';
import type { Locale } from '../../kernel/locale.ts';
import { money } from '../../kernel/money.ts';
import { notify, queueMail, recipientsIn } from '../../notifications/index.ts';
import { writing } from '../../platform/orm/values.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import type { PayloadOf } from '../../platform/task.ts';
import { thresholdAlert as template } from '../emails/threshold-alert.ts';
import type { alertThresholdTask } from './threshold-jobs.ts';
import { proratedLimit } from './threshold-state.ts';

type Reached = PayloadOf<typeof alertThresholdTask>;

/** The limits as people call them. */
export const limitNames: Readonly<Record<ThresholdKind, Readonly<Record<Locale, string>>>> = {
  MICRO_ENTERPRISE: { fr: 'plafond de la micro-entreprise', en: 'limit of the micro-enterprise' },
  VAT_FRANCHISE: { fr: 'seuil de la franchise de TVA', en: 'limit of the VAT exemption' },
  VAT_FRANCHISE_RAISED: { fr: 'seuil majoré de la franchise de TVA', en: 'raised limit of the VAT exemption' },
  UNION_ELECTRONIC: {
    fr: 'seuil des services électroniques vendus à des particuliers de l’Union',
    en: 'limit of electronic services sold to persons in the Union',
  },
};

const words = {
  fr: (name: string, percent: number) => ({
    title: `${percent}\u202f% du ${name}`,
    message: 'Le chiffre d’affaires de cette année approche de ce montant, ou l’atteint. Voyez ce qui change alors.',
  }),
  en: (name: string, percent: number) => ({
    title: `${percent}% of the ${name}`,
    message: 'The revenue of this year is near this amount, or has reached it. See what changes then.',
  }),
};

/** Notifies every admin, in the application and by mail, once. */
export const alertThreshold = ({ run }: Pick<AppContext, 'run'>, reached: Reached): Promise<void> =>
  run(notifyAdmins, reached);

async function notifyAdmins(
  tx: Tx<'em' | 'now' | 'enqueue' | 'publish' | 'config'>,
  { alarmId, limitId, year, percent }: Reached,
): Promise<void> {
  const { db } = writing(tx.em);
  const alarm = await db.selectFrom('threshold_alarm').selectAll().where('id', '=', alarmId).executeTakeFirst();
  const limit = await db.selectFrom('threshold_limit').selectAll().where('id', '=', limitId).executeTakeFirst();
  if (alarm === undefined || limit === undefined) return;
  const amount = money(Number(limit.amount_cents), limit.currency);
  const prorated = proratedLimit({ amount, activityFrom: limit.activity_from }, year);
  const revenue = money(Number(alarm.revenue_cents), limit.currency);
  const path = '/admin/chiffres/seuils';
  for (const recipient of await recipientsIn(tx, 'ADMIN')) {
    const { userId, locale, firstName } = recipient;
    const name = limitNames[limit.kind][locale];
    const dedupeKey = `${template.name}:${alarmId}:${userId}`;
    const data = {
      ...{ firstName, limitName: name, revenue, limit: prorated, source: limit.source },
      percent: locale === 'fr' ? `${percent}\u202f%` : `${percent}%`,
      year: String(year),
      isReached: percent >= 100,
      isOfUnion: limit.kind === 'UNION_ELECTRONIC',
      figuresUrl: `${tx.config.frontUrl}${path}`,
    };
    await queueMail(tx, { template, recipient, locale, dedupeKey, data });
    await notify(tx, {
      ...{ userId, dedupeKey, actionUrl: path, type: 'WARNING' as const, priority: 'HIGH' as const },
      ...words[locale](`${name} (${formatMoney(prorated, locale)})`, percent),
      data: { limitId, year, percent },
    });
  }
}
