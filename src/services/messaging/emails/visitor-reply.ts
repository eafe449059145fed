import { defineMail, variable } from '../../notifications/index.ts';
import { visitorSample, visitorVariables } from './visitor-contact-received.ts';

export const answerVariables = {
  ...visitorVariables,
  messages: variable.list({ at: variable.instant, excerpt: variable.text }),
  /** How many are not shown. */
  moreCount: variable.count,
} as const;

/** Sent to a visitor whom the team has answered. */
export const visitorReply = defineMail({
  name: 'visitor-reply',
  variables: answerVariables,
  late: ['visitorUrl'],
  sample: {
    ...visitorSample,
    messages: [
      { at: '2026-12-01T09:12:00Z', excerpt: 'Merci de votre message. Oui, nous corrigeons aussi la poésie.' },
      { at: '2026-12-01T09:14:00Z', excerpt: 'Combien de pages votre recueil compte-t-il\u202f?' },
    ],
    moreCount: 2,
  },
});
