import { notify, queueMail, recipientsOf, type NotificationWords } from '../../notifications/index.ts';
import { localDateOf } from '../../kernel/format.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import { eachRow } from '../../platform/each-row.ts';
import type { PayloadOf } from '../../platform/task.ts';
import { cardEnding as template } from '../emails/card-ending.ts';
import { brandName } from '../card-brand.ts';
import type { notifyEndingCardsTask } from './card-jobs.ts';

const words: NotificationWords<{ last4: string; end: string }> = {
  fr: ({ last4, end }) => ({
    title: 'Votre carte arrive à expiration',
    message: `La carte enregistrée qui finit par ${last4} expire fin ${end}. Enregistrez la nouvelle pour continuer à l’utiliser.`,
  }),
  en: ({ last4, end }) => ({
    title: 'Your card is about to expire',
    message: `Your saved card ending in ${last4} expires at the end of ${end}. Save the new one to go on using it.`,
  }),
};

interface EndingCard {
  readonly id: string;
  readonly personId: string;
  readonly brand: string;
  readonly last4: string;
  /** `08/2027` */
  readonly end: string;
}

/** A card can be used until the last day of its month: on the 1st, those of this month end within 30 days. */
export async function notifyEndingCards(
  { db, now, config, run }: Pick<AppContext, 'db' | 'now' | 'config' | 'run'>,
  _: PayloadOf<typeof notifyEndingCardsTask>,
): Promise<void> {
  const [year, month] = localDateOf(now, config.TIME_ZONE).split('-').map(Number) as [number, number, number];
  const cards = await db
    .selectFrom('payment_method')
    .select(['id', 'person_id as personId', 'brand', 'last4'])
    .where('is_active', '=', true)
    .where('exp_year', '=', year)
    .where('exp_month', '=', month)
    .orderBy('id')
    .execute();
  const end = `${String(month).padStart(2, '0')}/${year}`;
  await eachRow(cards, (_id, card) => run(notifyOwner, { ...card, end }));
}

/** One e-mail and one notification for a card and its end, however often it is tried. */
async function notifyOwner(
  tx: Tx<'em' | 'now' | 'enqueue' | 'publish' | 'config'>,
  { id, personId, brand, last4, end }: EndingCard,
): Promise<void> {
  const recipient = (await recipientsOf(tx, [personId])).get(personId);
  if (recipient === undefined) return;
  const { userId, locale, firstName } = recipient;
  const path = '/moyens-de-paiement';
  const dedupeKey = `${template.name}:${id}:${end}`;
  await queueMail(tx, {
    template,
    recipient,
    locale,
    dedupeKey,
    data: { firstName, card: `${brandName(brand)} •••• ${last4}`, end, cardsUrl: `${tx.config.frontUrl}${path}` },
  });
  await notify(tx, {
    userId,
    ...words[locale]({ last4, end }),
    type: 'PAYMENT',
    actionUrl: path,
    data: { paymentMethodId: id },
    dedupeKey,
  });
}
