import type { TicketStatus } from '../../entities/support/ticket.entity.ts';
import type { NotificationWords } from '../notifications/index.ts';

/** In-app notifications about tickets. */
interface Named {
  readonly reference: string;
  readonly title: string;
}

export const waitingWords: NotificationWords<Named> = {
  fr: ({ reference, title }) => ({
    title: 'Votre réponse est attendue',
    message: `Pour avancer sur «\u00a0${title}\u00a0» (${reference}), nous avons besoin de votre réponse.`,
  }),
  en: ({ reference, title }) => ({
    title: 'Your answer is needed',
    message: `To go on with “${title}” (${reference}), we need your answer.`,
  }),
};

export const resolvedWords: NotificationWords<Named> = {
  fr: ({ reference, title }) => ({
    title: 'Votre demande est réglée',
    message: `Nous considérons «\u00a0${title}\u00a0» (${reference}) comme réglée. Écrivez dans les quatorze jours si ce n’est pas le cas.`,
  }),
  en: ({ reference, title }) => ({
    title: 'Your ticket is resolved',
    message: `We take “${title}” (${reference}) to be resolved. Write within fourteen days if it is not.`,
  }),
};

export const mergedWords: NotificationWords<{ readonly reference: string; readonly merged: string }> = {
  fr: ({ reference, merged }) => ({
    title: 'Vos demandes sont réunies',
    message: `La demande ${merged} continue dans ${reference}.`,
  }),
  en: ({ reference, merged }) => ({
    title: 'Your tickets are merged',
    message: `Ticket ${merged} goes on in ${reference}.`,
  }),
};

export const assignedWords: NotificationWords<Named> = {
  fr: ({ reference, title }) => ({
    title: 'Une demande vous est confiée',
    message: `«\u00a0${title}\u00a0» (${reference}) vous est confiée.`,
  }),
  en: ({ reference, title }) => ({
    title: 'A ticket is yours',
    message: `“${title}” (${reference}) was assigned to you.`,
  }),
};

export const soonWords: NotificationWords<Named> = {
  fr: ({ reference, title }) => ({
    title: 'Un délai approche',
    message: `Les trois quarts du délai de «\u00a0${title}\u00a0» (${reference}) sont écoulés.`,
  }),
  en: ({ reference, title }) => ({
    title: 'A target is near',
    message: `Three quarters of the time for “${title}” (${reference}) have passed.`,
  }),
};

export const breachedWords: NotificationWords<Named> = {
  fr: ({ reference, title }) => ({
    title: 'Un délai est dépassé',
    message: `«\u00a0${title}\u00a0» (${reference}) a dépassé son délai.`,
  }),
  en: ({ reference, title }) => ({
    title: 'A target was missed',
    message: `“${title}” (${reference}) has missed its target.`,
  }),
};

export const unassignedWords: NotificationWords<Named> = {
  fr: ({ reference, title }) => ({
    title: 'Une demande attend quelqu’un',
    message: `Personne ne s’occupe de «\u00a0${title}\u00a0» (${reference}) depuis une heure ouvrée.`,
  }),
  en: ({ reference, title }) => ({
    title: 'A ticket waits for somebody',
    message: `Nobody has taken “${title}” (${reference}) for an hour of business time.`,
  }),
};

export const watchingWords: NotificationWords<Named> = {
  fr: ({ reference, title }) => ({
    title: 'Vous suivez une demande',
    message: `Nous vous dirons ce qui arrive à «\u00a0${title}\u00a0» (${reference}).`,
  }),
  en: ({ reference, title }) => ({
    title: 'You watch a ticket',
    message: `You will hear of what happens to “${title}” (${reference}).`,
  }),
};

interface Moved extends Named {
  readonly status: Exclude<TicketStatus, 'OPEN'>;
}

const statesInFrench = {
  IN_PROGRESS: 'est de nouveau en cours',
  WAITING: 'attend la réponse de la personne qui la pose',
  RESOLVED: 'est réglée',
  CLOSED: 'est close',
  CANCELLED: 'est annulée',
} as const;
const statesInEnglish = {
  IN_PROGRESS: 'is in progress again',
  WAITING: 'waits for whoever asks',
  RESOLVED: 'is resolved',
  CLOSED: 'is closed',
  CANCELLED: 'is cancelled',
} as const;

export const movedWords: NotificationWords<Moved> = {
  fr: ({ reference, title, status }) => ({
    title: `La demande ${reference} ${statesInFrench[status]}`,
    message: `«\u00a0${title}\u00a0», que vous suivez, ${statesInFrench[status]}.`,
  }),
  en: ({ reference, title, status }) => ({
    title: `Ticket ${reference} ${statesInEnglish[status]}`,
    message: `“${title}”, which you watch, ${statesInEnglish[status]}.`,
  }),
};
