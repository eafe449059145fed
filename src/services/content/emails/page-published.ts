import { defineMail, variable } from '../../notifications/index.ts';

/** Sent to whoever scheduled a page, when it is published. */
export const pagePublishedMail = defineMail({
  name: 'page-published',
  about: 'SYSTEM',
  variables: {
    firstName: variable.text,
    pageTitle: variable.text,
    /** The instant that was planned, as people read it. */
    publishedAt: variable.text,
    isLate: variable.flag,
    pageUrl: variable.webAddress,
  },
  sample: {
    firstName: 'Camille',
    pageTitle: 'Nos ateliers de printemps',
    publishedAt: '28 mars 2027 à 08\u00a0h\u00a000',
    isLate: true,
    pageUrl: 'https://www.example.org/ateliers-de-printemps',
  },
});
