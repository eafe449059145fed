import type { MailDefinition } from '../../notifications/index.ts';

/** Sent, once a session, when one of its old tokens was shown again: somebody may hold a copy. */
export interface SessionReplayedMail {
  firstName: string;
  /** RFC 3339 instant. */
  at: string;
  /** The device of the session that was ended, in words of the reader. */
  device: string;
  /** The network it signed in from, as 203.0.113.0/24. */
  place: string;
  /** The network that the old token came from. */
  shownFrom: string;
  resetUrl: string;
  sessionsUrl: string;
}

export const sessionReplayed: MailDefinition<'session-replayed', SessionReplayedMail> = {
  name: 'session-replayed',
  words: {
    fr: {
      subject: 'Une de vos sessions a été fermée par sécurité',
      preheader: 'Une copie de cette session a peut-être été utilisée. Voici ce qu’il faut faire.',
      text: `Bonjour {{firstName}},

Un ancien jeton d’une de vos sessions {{brand}} a été présenté une seconde fois. Quelqu’un en a peut-être une copie\u00a0: nous avons fermé cette session, pour vous comme pour tout autre.

Quand\u00a0: {{formatInstant at}}
Appareil de la session\u00a0: {{device}}
Réseau de la session\u00a0: {{place}}
Réseau d’où venait le jeton\u00a0: {{shownFrom}}

Si vous reconnaissez tout cela, reconnectez-vous simplement. Sinon, choisissez un nouveau mot de passe, ce qui ferme toutes vos sessions\u00a0:
{{resetUrl}}

Puis vérifiez les appareils connectés à votre compte\u00a0:
{{sessionsUrl}}`,
    },
    en: {
      subject: 'One of your sessions was closed for safety',
      preheader: 'A copy of this session may have been used. Here is what to do.',
      text: `Hello {{firstName}},

An old token of one of your {{brand}} sessions was shown a second time. Somebody may hold a copy of it: we have closed this session, for you and for anybody else.

When: {{formatInstant at}}
Device of the session: {{device}}
Network of the session: {{place}}
Network that the token came from: {{shownFrom}}

If you recognise all of this, simply sign in again. If not, choose a new password, which closes all your sessions:
{{resetUrl}}

Then check the devices that are signed in to your account:
{{sessionsUrl}}`,
    },
  },
  sample: {
    firstName: 'Camille',
    at: '2026-11-20T13:05:00.000Z',
    device: 'Firefox · Windows',
    place: '192.0.2.0/24',
    shownFrom: '203.0.113.0/24',
    resetUrl: 'https://www.example.org/forgotten-password',
    sessionsUrl: 'https://www.example.org/compte/securite',
  },
};
