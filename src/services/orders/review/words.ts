import type { NotificationWords } from '../../notifications/index.ts';

/** In-app notifications about orders before their payment. */
interface Facts {
  readonly title: string;
}

export const submittedForAdmins: NotificationWords<Facts> = {
  fr: ({ title }) => ({
    title: 'Une commande est à vérifier',
    message: `Les pages de «\u00a0${title}\u00a0» sont à compter avant le paiement.`,
  }),
  en: ({ title }) => ({ title: 'An order is to be reviewed', message: `The pages of “${title}” are to be counted.` }),
};

export const consultationForAdmins: NotificationWords<Facts> = {
  fr: ({ title }) => ({
    title: 'Un entretien est demandé',
    message: `Un entretien est souhaité avant de fixer le prix de «\u00a0${title}\u00a0».`,
  }),
  en: ({ title }) => ({
    title: 'A consultation is asked for',
    message: `A conversation is wished for before the price of “${title}” is fixed.`,
  }),
};

export const quoteExpiredForAdmins: NotificationWords<Facts> = {
  fr: ({ title }) => ({
    title: 'Un devis est resté sans réponse',
    message: `Le devis de «\u00a0${title}\u00a0» a expiré\u00a0: la commande est de nouveau à vérifier.`,
  }),
  en: ({ title }) => ({
    title: 'A quote was not answered',
    message: `The quote for “${title}” has expired: the order is in review again.`,
  }),
};

export const priceFixedForCustomer: NotificationWords<Facts> = {
  fr: ({ title }) => ({
    title: 'Le prix de votre commande est fixé',
    message: `Nous avons compté les pages de «\u00a0${title}\u00a0»\u00a0: vous pouvez régler votre commande.`,
  }),
  en: ({ title }) => ({
    title: 'The price of your order is fixed',
    message: `We have counted the pages of “${title}”: you can pay for your order.`,
  }),
};

export const pagesDifferForCustomer: NotificationWords<Facts> = {
  fr: ({ title }) => ({
    title: 'Votre manuscrit compte plus de pages',
    message: `Le nouveau prix de «\u00a0${title}\u00a0» attend votre accord.`,
  }),
  en: ({ title }) => ({
    title: 'Your manuscript has more pages',
    message: `The new price of “${title}” waits for your agreement.`,
  }),
};
