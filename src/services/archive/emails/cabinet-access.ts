import { defineMail, variable } from '../../notifications/index.ts';

/** Sent to whoever was given a place in a cabinet, another role there, or lost the place. */
export const cabinetAccessMail = defineMail({
  name: 'cabinet-access',
  variables: {
    name: variable.text,
    cabinetName: variable.text,
    isGranted: variable.flag,
    isChanged: variable.flag,
    isEnded: variable.flag,
    /** What they may do from now on; none of them once the place ended. */
    isReader: variable.flag,
    isContributor: variable.flag,
    isManager: variable.flag,
    cabinetUrl: variable.webAddress,
  },
  sample: {
    name: 'Camille',
    cabinetName: 'Comptabilité 2026',
    isGranted: true,
    isChanged: false,
    isEnded: false,
    isReader: false,
    isContributor: true,
    isManager: false,
    cabinetUrl: 'https://www.example.org/armoires',
  },
});
