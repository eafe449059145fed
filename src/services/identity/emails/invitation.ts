import type { MailDefinition } from '../../notifications/index.ts';

/** Sent when an admin opens an account for somebody: proves the address, and lets them choose a password. */
export interface InvitationMail {
  firstName: string;
  /** What they will be, in their language. */
  role: string;
  /** Carries the single-use token. */
  invitationUrl: string;
  /** How long the link is valid. */
  expiresInDays: number;
}

export const invitation: MailDefinition<'invitation', InvitationMail, 'invitationUrl'> = {
  name: 'invitation',
  late: ['invitationUrl'],
  inDoubt: 'renew',
  words: {
    fr: {
      subject: '{{brand}} vous ouvre un compte',
      preheader: 'Choisissez un mot de passe pour entrer. Le lien est valable {{expiresInDays}}\u00a0jours.',
      text: `Bonjour {{firstName}},

L’équipe de {{brand}} vous a préparé un compte, avec le rôle suivant\u00a0: {{role}}. Il vous reste à choisir un mot de passe, que personne d’autre ne connaîtra.

Choisir mon mot de passe\u00a0:
{{invitationUrl}}

Ce lien est valable {{expiresInDays}}\u00a0jours et ne sert qu’une fois. Si vous n’attendiez pas cette invitation, ne faites rien\u00a0: le compte restera fermé.`,
    },
    en: {
      subject: '{{brand}} has opened an account for you',
      preheader: 'Choose a password to come in. The link is valid for {{expiresInDays}} days.',
      text: `Hello {{firstName}},

The {{brand}} team has prepared an account for you, with this role: {{role}}. All that remains is to choose a password, which nobody else will know.

Choose my password:
{{invitationUrl}}

This link is valid for {{expiresInDays}} days and works once. If you did not expect this invitation, simply do nothing: the account will stay closed.`,
    },
  },
  sample: {
    firstName: 'Camille',
    role: 'correctrice ou correcteur',
    invitationUrl: 'https://www.example.org/invitation?token=9Jw3bXnT4kZc7vQm2LrYp8Hd',
    expiresInDays: 7,
  },
};
