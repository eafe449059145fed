import { defineMail, variable } from '../../notifications/index.ts';

/** Sent to the managers of a cabinet when documents have reached the end of their time of keeping. */
export const documentsDueMail = defineMail({
  name: 'documents-due',
  about: 'DOCUMENT',
  variables: {
    name: variable.text,
    cabinetName: variable.text,
    hasReview: variable.flag,
    toReview: variable.count,
    hasDestruction: variable.flag,
    toDestroy: variable.count,
    noticeDays: variable.count,
    dueUrl: variable.webAddress,
  },
  sample: {
    ...{ name: 'Claire Dubois', cabinetName: 'Comptabilité', hasReview: true, toReview: 3, hasDestruction: true },
    ...{ toDestroy: 12, noticeDays: 14, dueUrl: 'https://www.example.org/armoires/1/echeances' },
  },
});
