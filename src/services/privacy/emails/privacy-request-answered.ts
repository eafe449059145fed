import { defineMail, variable } from '../../notifications/index.ts';

/** Sent when an admin answered a request about personal data. */
export const privacyRequestAnswered = defineMail({
  name: 'privacy-request-answered',
  variables: {
    firstName: variable.text,
    /** In the mail's language. */
    kind: variable.text,
    askedAt: variable.instant,
    answer: variable.text,
    rightsUrl: variable.webAddress,
  },
  sample: {
    firstName: 'Camille',
    kind: 'rectification',
    askedAt: '2026-11-20T10:00:00.000Z',
    answer: 'Votre nom est corrigé.',
    rightsUrl: 'https://www.example.org/pages/rgpd',
  },
});
