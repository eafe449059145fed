import { defineMail, variable } from '../../notifications/index.ts';

/** Sent to every manager of a cabinet that an admin opened. */
export const cabinetEnteredMail = defineMail({
  name: 'cabinet-entered',
  variables: {
    name: variable.text,
    cabinetName: variable.text,
    adminName: variable.text,
    reason: variable.text,
    cabinetUrl: variable.webAddress,
  },
  sample: {
    name: 'Camille',
    cabinetName: 'Comptabilité 2026',
    adminName: 'Alix Bernard',
    reason: 'Demande du gestionnaire, par téléphone, le 1er décembre.',
    cabinetUrl: 'https://www.example.org/armoires',
  },
});
