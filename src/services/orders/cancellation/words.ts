import type { NotificationWords } from '../../notifications/index.ts';

/** In-app notifications about orders that are given up. */
interface Facts {
  readonly title: string;
}

export const cancelledForCustomer: NotificationWords<Facts> = {
  fr: ({ title }) => ({
    title: 'Votre commande est annulée',
    message: `La commande de «\u00a0${title}\u00a0» est annulée.`,
  }),
  en: ({ title }) => ({ title: 'Your order is cancelled', message: `The order of “${title}” is cancelled.` }),
};

export const cancelledForProofreader: NotificationWords<Facts> = {
  fr: ({ title }) => ({
    title: 'Une commande est annulée',
    message: `La commande de «\u00a0${title}\u00a0» est annulée\u00a0: il n’y a plus rien à y faire.`,
  }),
  en: ({ title }) => ({
    title: 'An order is cancelled',
    message: `The order of “${title}” is cancelled: nothing is left to do on it.`,
  }),
};

export const cancellationAsked: NotificationWords<Facts> = {
  fr: ({ title }) => ({
    title: 'Une annulation est demandée',
    message: `La cliente ou le client de «\u00a0${title}\u00a0» demande l’annulation de sa commande.`,
  }),
  en: ({ title }) => ({
    title: 'A cancellation is asked for',
    message: `The customer of “${title}” asks for the cancellation of their order.`,
  }),
};
