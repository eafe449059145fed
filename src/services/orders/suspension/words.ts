import type { NotificationWords } from '../../notifications/index.ts';

/** In-app notifications about work that stops and goes on. */
interface Facts {
  readonly title: string;
}

export const suspendedWords: NotificationWords<Facts> = {
  fr: ({ title }) => ({
    title: 'Une commande est suspendue',
    message: `Le travail sur «\u00a0${title}\u00a0» est interrompu pour un temps.`,
  }),
  en: ({ title }) => ({
    title: 'An order is suspended',
    message: `The work on “${title}” has stopped for a while.`,
  }),
};

export const resumedWords: NotificationWords<Facts> = {
  fr: ({ title }) => ({
    title: 'Une commande reprend',
    message: `Le travail sur «\u00a0${title}\u00a0» reprend là où il en était.`,
  }),
  en: ({ title }) => ({ title: 'An order goes on', message: `The work on “${title}” goes on where it was.` }),
};
