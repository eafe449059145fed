import type { NotificationWords } from '../notifications/index.ts';

/** The in-app notification of a new message. */
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
