import type { Tx } from '../platform/context.ts';
import { notifyMany } from './notify.ts';
import { recipientsIn } from './recipients.ts';
import type { NotificationWords } from './words.ts';

interface Trouble {
  readonly deliveryId: string;
  readonly template: string;
  /** The mail may have arrived, or not. */
  readonly isUnknown: boolean;
}

const words: NotificationWords<Trouble> = {
  fr: ({ template, isUnknown }) =>
    isUnknown
      ? {
          title: 'Un e-mail est peut-être perdu',
          message: `Le prestataire n’a jamais confirmé l’envoi d’un e-mail «\u00a0${template}\u00a0», malgré plusieurs essais. Il a pu partir ou non\u00a0: il ne sera plus renvoyé de lui-même.`,
        }
      : {
          title: 'Un e-mail n’est pas parti',
          message: `L’envoi d’un e-mail «\u00a0${template}\u00a0» a échoué définitivement. Vérifiez l’adresse et la configuration de l’envoi.`,
        },
  en: ({ template, isUnknown }) =>
    isUnknown
      ? {
          title: 'A mail may be lost',
          message: `The provider never confirmed a “${template}” mail, though it was sent several times. It may have left or not: it will not be sent again by itself any more.`,
        }
      : {
          title: 'A mail did not leave',
          message: `A “${template}” mail failed for good. Check the address and the sending settings.`,
        },
};

/** One alert per kind of mail, admin and hour: an outage of the provider must not flood the notifications. */
export async function alertAdmins(tx: Tx<'em' | 'now' | 'publish'>, trouble: Trouble): Promise<void> {
  const admins = await recipientsIn(tx, 'ADMIN');
  const hour = tx.now.toISOString().slice(0, 13);
  await notifyMany(
    tx,
    admins.map(({ userId, locale }) => ({
      ...words[locale](trouble),
      userId,
      type: 'ERROR',
      priority: 'HIGH',
      data: { deliveryId: trouble.deliveryId, template: trouble.template },
      dedupeKey: `mail-${trouble.isUnknown ? 'unknown' : 'failed'}:${trouble.template}:${hour}:${userId}`,
    })),
  );
}
