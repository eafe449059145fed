import { defineMail, variable } from '../../notifications/index.ts';

/** Sent to an address without an account that has a place in a cabinet for 14 days. */
export const cabinetInvitationMail = defineMail({
  name: 'cabinet-invitation',
  variables: {
    cabinetName: variable.text,
    inviterName: variable.text,
    registerUrl: variable.webAddress,
  },
  sample: {
    cabinetName: 'Comptabilité 2026',
    inviterName: 'Camille Morel',
    registerUrl: 'https://www.example.org/inscription',
  },
});
