import type { NotificationWords } from '../../notifications/index.ts';

/** In-app notifications about deliveries. */
interface Facts {
  readonly title: string;
}

export const changesForProofreader: NotificationWords<Facts> = {
  fr: ({ title }) => ({
    title: 'Des modifications sont demandées',
    message: `«\u00a0${title}\u00a0» est de nouveau en cours\u00a0: lisez la demande dans la commande.`,
  }),
  en: ({ title }) => ({
    title: 'Changes are asked for',
    message: `“${title}” is in progress again: read the request in the order.`,
  }),
};

export const acceptedForProofreader: NotificationWords<Facts> = {
  fr: ({ title }) => ({
    title: 'Votre travail est accepté',
    message: `La livraison de «\u00a0${title}\u00a0» est acceptée. Merci\u202f!`,
  }),
  en: ({ title }) => ({
    title: 'Your work is accepted',
    message: `The delivery of “${title}” is accepted. Thank you!`,
  }),
};

export const expiringForCustomer: NotificationWords<Facts> = {
  fr: ({ title }) => ({
    title: 'Votre correction attend votre avis',
    message: `Dans trois jours, sans réponse de votre part, la correction de «\u00a0${title}\u00a0» sera acceptée.`,
  }),
  en: ({ title }) => ({
    title: 'Your proofread text awaits your answer',
    message: `In three days, without an answer, the proofread text of “${title}” is accepted.`,
  }),
};
