import type { NotificationWords } from '../../notifications/index.ts';

/** In-app notifications about orders. */
interface Facts {
  readonly title: string;
}

export const paidForCustomer: NotificationWords<Facts> = {
  fr: ({ title }) => ({
    title: 'Votre commande est confirmée',
    message: `Nous avons bien reçu votre paiement pour «\u00a0${title}\u00a0». Votre manuscrit va être confié à notre équipe de correction.`,
  }),
  en: ({ title }) => ({
    title: 'Your order is confirmed',
    message: `We have received your payment for “${title}”. Your manuscript will be entrusted to one of our proofreaders.`,
  }),
};

export const paidForAdmins: NotificationWords<Facts> = {
  fr: ({ title }) => ({
    title: 'Une commande est payée',
    message: `Il reste à désigner la personne qui corrigera «\u00a0${title}\u00a0».`,
  }),
  en: ({ title }) => ({ title: 'An order was paid', message: `A proofreader is still to be assigned to “${title}”.` }),
};

export const assignedForProofreader: NotificationWords<Facts> = {
  fr: ({ title }) => ({
    title: 'Un manuscrit vous est confié',
    message: `«\u00a0${title}\u00a0» vous attend dans votre espace.`,
  }),
  en: ({ title }) => ({
    title: 'A manuscript is entrusted to you',
    message: `“${title}” is waiting for you in your space.`,
  }),
};

export const assignedForCustomer: NotificationWords<Facts> = {
  fr: ({ title }) => ({
    title: 'Votre manuscrit est entre de bonnes mains',
    message: `La personne qui corrigera «\u00a0${title}\u00a0» est désignée. Vous pouvez lui écrire dans la conversation de la commande.`,
  }),
  en: ({ title }) => ({
    title: 'Your manuscript has a proofreader',
    message: `Someone will proofread “${title}”. You can write to them in the order’s conversation.`,
  }),
};

export const assignedToAnother: NotificationWords<Facts> = {
  fr: ({ title }) => ({
    title: 'Un manuscrit est confié à quelqu’un d’autre',
    message: `«\u00a0${title}\u00a0» ne figure plus parmi vos commandes.`,
  }),
  en: ({ title }) => ({
    title: 'A manuscript was given to someone else',
    message: `“${title}” is no longer among your orders.`,
  }),
};

export const deliveredForCustomer: NotificationWords<Facts> = {
  fr: ({ title }) => ({
    title: 'Votre fichier corrigé est prêt',
    message: `La correction de «\u00a0${title}\u00a0» est terminée\u00a0: vous pouvez télécharger le fichier.`,
  }),
  en: ({ title }) => ({
    title: 'Your corrected file is ready',
    message: `The proofreading of “${title}” is complete: you can download the file.`,
  }),
};
