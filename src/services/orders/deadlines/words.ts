import { formatInstant } from '../../kernel/format.ts';
import type { Locale } from '../../kernel/locale.ts';
import type { NotificationWords } from '../../notifications/index.ts';

/** In-app notifications about due dates. */
interface Titled {
  readonly title: string;
}

interface Due extends Titled {
  readonly dueAt: Date;
  readonly zone: string;
}

const on = (locale: Locale, { dueAt, zone }: Due): string => formatInstant(dueAt, { locale, timeZone: zone });

export const dueSoon: NotificationWords<Due> = {
  fr: (due) => ({
    title: 'Une livraison approche',
    message: `«\u00a0${due.title}\u00a0» est à livrer le ${on('fr', due)}.`,
  }),
  en: (due) => ({ title: 'A delivery is coming up', message: `“${due.title}” is due on ${on('en', due)}.` }),
};

export const lateForStaff: NotificationWords<Due> = {
  fr: (due) => ({
    title: 'Une commande est en retard',
    message: `«\u00a0${due.title}\u00a0» devait être livrée le ${on('fr', due)}.`,
  }),
  en: (due) => ({ title: 'An order is late', message: `“${due.title}” was due on ${on('en', due)}.` }),
};

export const lateForCustomer: NotificationWords<Due> = {
  fr: (due) => ({
    title: 'Votre commande a du retard',
    message: `«\u00a0${due.title}\u00a0» devait vous être remise le ${on('fr', due)}. Nous en sommes désolés\u00a0: notre équipe s’en occupe.`,
  }),
  en: (due) => ({
    title: 'Your order is late',
    message: `“${due.title}” was due on ${on('en', due)}. We are sorry: our team is taking care of it.`,
  }),
};

export const extendedForCustomer: NotificationWords<Due> = {
  fr: (due) => ({
    title: 'Votre commande a une nouvelle date',
    message: `«\u00a0${due.title}\u00a0» vous sera remise le ${on('fr', due)}.`,
  }),
  en: (due) => ({ title: 'Your order has a new date', message: `“${due.title}” is now due on ${on('en', due)}.` }),
};

export const extendedForProofreader: NotificationWords<Due> = {
  fr: (due) => ({
    title: 'Une date de livraison est repoussée',
    message: `«\u00a0${due.title}\u00a0» est à livrer le ${on('fr', due)}.`,
  }),
  en: (due) => ({ title: 'A due date was moved', message: `“${due.title}” is now due on ${on('en', due)}.` }),
};

export const extensionAsked: NotificationWords<Due> = {
  fr: (due) => ({
    title: 'Un délai est demandé',
    message: `Pour «\u00a0${due.title}\u00a0», jusqu’au ${on('fr', due)}.`,
  }),
  en: (due) => ({ title: 'More time is asked for', message: `For “${due.title}”, until ${on('en', due)}.` }),
};

export const extensionRefused: NotificationWords<Titled> = {
  fr: ({ title }) => ({
    title: 'Le délai n’est pas accordé',
    message: `La date de livraison de «\u00a0${title}\u00a0» ne change pas.`,
  }),
  en: ({ title }) => ({
    title: 'The extension was not granted',
    message: `The due date of “${title}” stays as it is.`,
  }),
};

export const manuscriptMissingWords: NotificationWords<Titled> = {
  fr: ({ title }) => ({
    title: 'Il nous manque votre manuscrit',
    message: `Déposez le texte de «\u00a0${title}\u00a0»\u00a0: le délai de livraison commencera alors.`,
  }),
  en: ({ title }) => ({
    title: 'Your manuscript is missing',
    message: `Upload the text of “${title}”: the time to deliver it begins then.`,
  }),
};
