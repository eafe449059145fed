import { defineMail, variable } from '../../notifications/index.ts';

/** Sent to the admins when a page could not be published as planned. */
export const pageNotPublished = defineMail({
  name: 'page-not-published',
  variables: {
    firstName: variable.text,
    pageTitle: variable.text,
    plannedAt: variable.text,
    isSlugTaken: variable.flag,
    pageUrl: variable.webAddress,
  },
  sample: {
    firstName: 'Camille',
    pageTitle: 'Nos ateliers de printemps',
    plannedAt: '28 mars 2027 à 08\u00a0h\u00a000',
    isSlugTaken: true,
    pageUrl: 'https://www.example.org/admin/pages/01999999-9999-7999-8999-999999999998',
  },
});
