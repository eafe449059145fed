import { defineMail, variable } from '../../notifications/index.ts';

/** Sent when the answer to a request about personal data will take up to three months. */
export const privacyRequestExtended = defineMail({
  name: 'privacy-request-extended',
  variables: {
    firstName: variable.text,
    /** In the mail's language. */
    kind: variable.text,
    askedAt: variable.instant,
    dueAt: variable.instant,
    reason: variable.text,
    rightsUrl: variable.webAddress,
  },
  sample: {
    firstName: 'Camille',
    kind: 'rectification',
    askedAt: '2026-11-20T10:00:00.000Z',
    dueAt: '2027-02-20T10:00:00.000Z',
    reason: 'Vos données se trouvent dans de nombreux dossiers.',
    rightsUrl: 'https://www.example.org/pages/rgpd',
  },
});
