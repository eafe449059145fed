import { defineMail } from '../mail/definition.ts';
import { variable } from '../mail/variables.ts';

const entries = variable.list({
  title: variable.text,
  /** Empty when the title says it all. */
  detail: variable.text,
  /** Where it is in the front-end. */
  path: variable.text,
});

const sample = {
  firstName: 'Camille',
  count: 39,
  entries: [
    {
      title: 'Inès Marchand vous a écrit',
      detail: 'Souhaitez-vous garder le passé simple dans les lettres\u202f?',
      path: '/conversations/0199c0de',
    },
    { title: 'La relecture de «\u00a0Le Fil des jours\u00a0» a commencé', detail: '', path: '/orders/0199c0de' },
  ],
  moreCount: 37,
};

/** Once a day, to who wants it: what they have not read of the types that they chose to get so. */
export const dailyDigest = defineMail({
  name: 'daily-digest',
  wish: 'DIGESTS',
  variables: {
    firstName: variable.text,
    date: variable.localDate,
    count: variable.count,
    entries,
    /** How many are not shown. */
    moreCount: variable.count,
  },
  sample: { ...sample, date: '2026-12-01' },
});

/** When quiet hours end, to somebody for whom more than one mail was held. It holds what they are owed, so nobody switches it off. */
export const quietHoursDigest = defineMail({
  name: 'quiet-hours-digest',
  variables: { firstName: variable.text, count: variable.count, entries, moreCount: variable.count },
  sample,
});
