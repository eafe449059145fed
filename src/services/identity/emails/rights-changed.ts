import type { MailDefinition } from '../../notifications/index.ts';

/** Sent when an admin has changed what a person may do. */
export interface RightsChangedMail {
  firstName: string;
  /** What they are now, in their language. */
  rights: string;
  loginUrl: string;
}

export const rightsChanged: MailDefinition<'rights-changed', RightsChangedMail> = {
  name: 'rights-changed',
  words: {
    fr: {
      subject: 'Vos droits ont changé',
      preheader: 'Vos sessions ont été fermées\u00a0: reconnectez-vous pour continuer.',
      text: `Bonjour {{firstName}},

Les droits de votre compte {{brand}} viennent de changer. Vous êtes désormais\u00a0: {{rights}}.

Par sécurité, toutes vos sessions ont été fermées.

Me reconnecter\u00a0:
{{loginUrl}}

Si ce changement vous surprend, écrivez-nous.`,
    },
    en: {
      subject: 'Your rights have changed',
      preheader: 'Your sessions were closed: sign in again to go on.',
      text: `Hello {{firstName}},

The rights of your {{brand}} account have just changed. You are now: {{rights}}.

To be safe, all your sessions were closed.

Sign in again:
{{loginUrl}}

If this change surprises you, write to us.`,
    },
  },
  sample: {
    firstName: 'Camille',
    rights: 'cliente ou client, auditrice ou auditeur',
    loginUrl: 'https://www.example.org/login',
  },
};
