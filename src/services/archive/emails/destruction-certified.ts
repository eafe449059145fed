import { defineMail, variable } from '../../notifications/index.ts';

/** Sent to the managers of a cabinet when certificates of destruction were issued, once a day. */
export const destructionCertifiedMail = defineMail({
  name: 'destruction-certified',
  variables: { name: variable.text, cabinetName: variable.text, certificatesUrl: variable.webAddress },
  sample: {
    ...{ name: 'Claire Dubois', cabinetName: 'Comptabilité' },
    certificatesUrl: 'https://www.example.org/armoires/1/certificats',
  },
});
