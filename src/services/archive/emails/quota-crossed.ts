import { defineMail, variable } from '../../notifications/index.ts';

/** Sent to the managers of a cabinet, and to its owner, when it crosses 80, 95 or 100 % of its space. */
export const quotaCrossedMail = defineMail({
  name: 'quota-crossed',
  variables: {
    name: variable.text,
    cabinetName: variable.text,
    percent: variable.text,
    isFull: variable.flag,
    cabinetUrl: variable.webAddress,
  },
  sample: {
    name: 'Camille',
    cabinetName: 'Comptabilité 2026',
    percent: '80',
    isFull: false,
    cabinetUrl: 'https://www.example.org/armoires',
  },
});
