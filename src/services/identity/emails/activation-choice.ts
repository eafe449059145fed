import type { MailDefinition } from '../../notifications/index.ts';

/** Sent when several accounts were asked for at one address: only its owner knows which request was theirs. */
export interface ActivationChoiceMail {
  /** How many were asked for. */
  count: number;
  /** The newest first: when each was asked for, and its link with the single-use token. */
  links: readonly { readonly at: string; readonly activationUrl: string }[];
  /** How long the links are valid. */
  expiresInMinutes: number;
}

export const activationChoice: MailDefinition<'activation-choice', ActivationChoiceMail, 'links'> = {
  name: 'activation-choice',
  late: ['links'],
  words: {
    fr: {
      subject: 'Activez votre compte {{brand}}\u00a0: plusieurs demandes',
      preheader: 'Plusieurs comptes ont été demandés avec votre adresse. Ne suivez que le lien de votre demande.',
      text: `Bonjour,

Plusieurs comptes {{brand}} ({{count}}) ont été demandés avec cette adresse. Chaque lien ouvre le compte de la demande faite à cet instant, avec le mot de passe choisi alors. Ne suivez que celui de votre demande\u00a0: les autres seront abandonnées.
{{#each links}}

Demande du {{formatInstant at}}\u00a0:
{{activationUrl}}
{{/each}}

Ces liens sont valables {{expiresInMinutes}}\u00a0minutes et ne servent qu’une fois. Si vous avez un doute, n’en suivez aucun et inscrivez-vous de nouveau. Si vous n’avez rien demandé, ne faites rien\u00a0: aucun compte ne sera ouvert.`,
    },
    en: {
      subject: 'Activate your {{brand}} account: several requests',
      preheader: 'Several accounts were asked for with your address. Follow only the link of your own request.',
      text: `Hello,

Several {{brand}} accounts ({{count}}) were asked for with this address. Each link opens the account of the request made at that moment, with the password chosen then. Follow only the one of your own request: the others will be dropped.
{{#each links}}

Request of {{formatInstant at}}:
{{activationUrl}}
{{/each}}

These links are valid for {{expiresInMinutes}} minutes and work once. If in doubt, follow none and register again. If you asked for nothing, do nothing: no account will be opened.`,
    },
  },
  sample: {
    count: 2,
    expiresInMinutes: 30,
    links: [
      {
        at: '2026-11-20T10:05:00.000Z',
        activationUrl: 'https://www.example.org/activate?token=9Jw3bXnT4kZc7vQm2LrYp8Hd',
      },
      {
        at: '2026-11-20T10:00:00.000Z',
        activationUrl: 'https://www.example.org/activate?token=Hd9Jw3bXnT4kZc7vQm2LrYp8',
      },
    ],
  },
};
