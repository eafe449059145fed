import type { Locale } from '../kernel/locale.ts';
import type { NotificationWords } from '../notifications/index.ts';

type Say<Facts> = Readonly<Record<Locale, (facts: Facts) => string>>;

/** The house's first words in a conversation. */
export const welcomeWords: Say<{ subject: string; proofreader: string }> = {
  fr: ({ subject, proofreader }) =>
    `Bienvenue\u202f! Cette conversation réunit toutes les personnes qui travaillent sur «\u00a0${subject}\u00a0». ${proofreader} s’occupe de votre manuscrit\u00a0: posez ici vos questions et joignez vos documents.`,
  en: ({ subject, proofreader }) =>
    `Welcome! This conversation brings together everyone who works on “${subject}”. ${proofreader} takes care of your manuscript: ask your questions and share your documents here.`,
};

/** The house says that somebody else takes over. */
export const takeoverWords: Say<{ proofreader: string }> = {
  fr: ({ proofreader }) => `${proofreader} prend désormais en charge votre manuscrit.`,
  en: ({ proofreader }) => `${proofreader} now takes care of your manuscript.`,
};

/** What the bell says of a new message. */
export const newMessageWords: NotificationWords<{ sender: string; subject: string; excerpt: string }> = {
  fr: ({ sender, subject, excerpt }) => ({
    title: `Nouveau message de ${sender}`,
    message: excerpt || `Un fichier vous attend au sujet de «\u00a0${subject}\u00a0».`,
  }),
  en: ({ sender, subject, excerpt }) => ({
    title: `New message from ${sender}`,
    message: excerpt || `A file about “${subject}” is waiting for you.`,
  }),
};
