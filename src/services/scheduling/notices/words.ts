import type { NotificationWords } from '../../notifications/index.ts';

type Words = NotificationWords<{ readonly customer: string; readonly when: string }>;

/** What the artisan reads in their in-app notifications. */
export const requestedWords: Words = {
  fr: ({ customer, when }) => ({
    title: 'Une demande de rendez-vous attend votre réponse',
    message: `${customer}, ${when}.`,
  }),
  en: ({ customer, when }) => ({
    title: 'A booking request is waiting for your answer',
    message: `${customer}, ${when}.`,
  }),
};

export const newBookingWords: Words = {
  fr: ({ customer, when }) => ({ title: 'Nouveau rendez-vous', message: `${customer}, ${when}.` }),
  en: ({ customer, when }) => ({ title: 'New booking', message: `${customer}, ${when}.` }),
};

export const rescheduledWords: Words = {
  fr: ({ customer, when }) => ({ title: 'Rendez-vous déplacé', message: `${customer}\u00a0: désormais ${when}.` }),
  en: ({ customer, when }) => ({ title: 'Booking moved', message: `${customer}: now ${when}.` }),
};

export const handedOverWords: Words = {
  fr: ({ customer, when }) => ({ title: 'Rendez-vous confié à quelqu’un d’autre', message: `${customer}, ${when}.` }),
  en: ({ customer, when }) => ({ title: 'Booking given to somebody else', message: `${customer}, ${when}.` }),
};

export const cancelledWords: Words = {
  fr: ({ customer, when }) => ({ title: 'Rendez-vous annulé', message: `${customer}, ${when}.` }),
  en: ({ customer, when }) => ({ title: 'Booking cancelled', message: `${customer}, ${when}.` }),
};

/** A payment that ended without money, and not the customer’s choice to wait. */
export const depositFailedWords: Words = {
  fr: ({ customer, when }) => ({ title: 'Un acompte n’a pas abouti', message: `${customer}, ${when}.` }),
  en: ({ customer, when }) => ({ title: 'A deposit was not paid', message: `${customer}, ${when}.` }),
};

export const requestExpiredWords: Words = {
  fr: ({ customer, when }) => ({ title: 'Une demande de rendez-vous a expiré', message: `${customer}, ${when}.` }),
  en: ({ customer, when }) => ({ title: 'A booking request has ended', message: `${customer}, ${when}.` }),
};
