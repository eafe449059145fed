import { defineMail, variable } from '../../notifications/index.ts';

/** Once a day at most, to somebody whom several messages of a conversation wait for. */
export const conversationDigest = defineMail({
  name: 'conversation-digest',
  about: 'MESSAGE',
  wish: 'DIGESTS',
  variables: {
    firstName: variable.text,
    /** What the conversation is about. */
    conversationSubject: variable.text,
    messageCount: variable.count,
    messages: variable.list({ senderName: variable.text, at: variable.instant, excerpt: variable.text }),
    /** How many are not shown. */
    moreCount: variable.count,
    conversationUrl: variable.webAddress,
  },
  sample: {
    firstName: 'Camille',
    conversationSubject: 'Le Fil des jours',
    messageCount: 39,
    messages: [
      {
        senderName: 'Inès Marchand',
        at: '2026-12-01T09:12:00Z',
        excerpt: 'J’ai terminé les trois premiers chapitres.',
      },
      { senderName: 'Inès Marchand', at: '2026-12-01T09:40:00Z', excerpt: 'Et voici une question sur les lettres.' },
    ],
    moreCount: 37,
    conversationUrl: 'https://www.example.org/conversations/0199c0de',
  },
});
