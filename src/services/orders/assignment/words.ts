import type { NotificationWords } from '../../notifications/index.ts';

/** In-app notifications about who proofreads an order. */
interface Facts {
  readonly title: string;
}

export const declinedForAdmins: NotificationWords<Facts> = {
  fr: ({ title }) => ({
    title: 'Une commande est déclinée',
    message: `Il reste à désigner une autre personne pour corriger «\u00a0${title}\u00a0».`,
  }),
  en: ({ title }) => ({
    title: 'An order was declined',
    message: `Another proofreader is still to be assigned to “${title}”.`,
  }),
};

export const unassignedForProofreader: NotificationWords<Facts> = {
  fr: ({ title }) => ({
    title: 'Un manuscrit ne vous est plus confié',
    message: `«\u00a0${title}\u00a0» ne figure plus parmi vos commandes.`,
  }),
  en: ({ title }) => ({
    title: 'A manuscript is no longer entrusted to you',
    message: `“${title}” is no longer among your orders.`,
  }),
};
