import type { NotificationType } from '../../../entities/notifications/notification.entity.ts';
import type { UserRole } from '../../kernel/roles.ts';
import { defineMail, type MailDefinition } from '../mail/definition.ts';
import { variable } from '../mail/variables.ts';

const variables = {
  firstName: variable.text,
  title: variable.text,
  message: variable.text,
  /** Where to go in the front-end, `/orders/0199…`. */
  actionPath: variable.text,
};

export interface NotificationMailData {
  readonly firstName: string;
  readonly title: string;
  readonly message: string;
  readonly actionPath: string;
}

const kinds = {
  info: {
    about: 'INFO',
    title: 'Nos bureaux ferment le 24 décembre',
    message: 'Nous reprenons la lecture de vos manuscrits le 2 janvier.\nBonnes fêtes à toutes et à tous.',
  },
  success: {
    about: 'SUCCESS',
    title: 'Votre profil est à jour',
    message: 'Votre nouvelle adresse figure désormais sur vos factures.',
  },
  warning: {
    about: 'WARNING',
    title: 'Il manque une pièce à votre dossier',
    message: 'Merci d’ajouter le manuscrit avant vendredi\u00a0: le délai ne court pas encore.',
  },
  error: {
    about: 'ERROR',
    title: 'Un fichier n’a pas pu être lu',
    message: 'Le document envoyé hier est protégé par un mot de passe. Envoyez-en une copie qui ne l’est pas.',
  },
  payment: {
    about: 'PAYMENT',
    title: 'Nos moyens de paiement évoluent',
    message: 'Vous pouvez désormais régler vos commandes par mobile money.',
  },
  order: {
    about: 'ORDER',
    title: 'La relecture du «\u00a0Fil des jours\u00a0» avance',
    message: 'Les trois premiers chapitres sont relus.',
  },
  message: {
    about: 'MESSAGE',
    title: 'Un message de l’équipe',
    message: 'Nous avons répondu à votre question sur les lettres d’Inès.',
  },
  system: {
    about: 'SYSTEM',
    title: 'Une maintenance est prévue dimanche',
    message: 'Le service sera interrompu de 3\u00a0h à 4\u00a0h, heure de Paris.',
  },
  consultation: {
    about: 'CONSULTATION',
    title: 'Votre consultation de jeudi',
    message: 'Le lien de la visioconférence est dans votre espace.',
  },
} as const satisfies Record<string, { about: NotificationType; title: string; message: string }>;

type Kind = keyof typeof kinds;
type Audience = 'user' | 'admin';
type NotificationMail = MailDefinition<`notification-${Audience}-${Kind}`, NotificationMailData>;

/** The mail of one type of notification. Templates are found by their name. */
function notificationMail(audience: Audience, kind: Kind): NotificationMail {
  const { about, title, message } = kinds[kind];
  const name = `notification-${audience}-${kind}` as const;
  return defineMail({
    name,
    about,
    variables,
    sample: { firstName: 'Camille', title, message, actionPath: '/notifications' },
  });
}

const mailsFor = (audience: Audience): readonly NotificationMail[] =>
  (Object.keys(kinds) as Kind[]).map((kind) => notificationMail(audience, kind));

/** What a notification is when it is a mail: one for each type, to the team and to everybody else. */
export const notificationMails: readonly NotificationMail[] = [...mailsFor('user'), ...mailsFor('admin')];

/** Types that have no mail of their own. */
const kindOf: Partial<Record<NotificationType, Kind>> = {
  BOOKING: 'consultation',
  DOCUMENT: 'info',
  SECURITY: 'warning',
};

/** The mail of a notification of this type to somebody with this role. */
export function notificationMailOf(role: UserRole, type: NotificationType): NotificationMail {
  const kind = kindOf[type] ?? (type.toLowerCase() as Kind);
  const name = `notification-${role === 'ADMIN' ? 'admin' : 'user'}-${kind}`;
  return notificationMails.find((mail) => mail.name === name) as NotificationMail;
}
