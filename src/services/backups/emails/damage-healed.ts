import { defineMail, variable } from '../../notifications/index.ts';

/** Sent to admins when something stored was damaged, and was mended from a whole copy. */
export const damageHealedMail = defineMail({
  name: 'damage-healed',
  variables: {
    name: variable.text,
    /** Where, without passwords. */
    target: variable.text,
    healed: variable.count,
    backupsUrl: variable.webAddress,
  },
  sample: {
    ...{ name: 'Claire Dubois', target: 's3://sauvegardes/atelier' },
    ...{ healed: 2, backupsUrl: 'https://www.example.org/admin/sauvegardes' },
  },
});
