import { defineMail, variable } from '../../notifications/index.ts';

/** Sent to an address that a place in a cabinet waits for, for 14 days. */
export const cabinetInvitationMail = defineMail({
  name: 'cabinet-invitation',
  variables: {
    cabinetName: variable.text,
    inviterName: variable.text,
    /** Is there an account, which accepts, or does somebody register first? */
    hasAccount: variable.flag,
    answerUrl: variable.webAddress,
  },
  sample: {
    cabinetName: 'Comptabilité 2026',
    inviterName: 'Camille Morel',
    hasAccount: false,
    answerUrl: 'https://www.example.org/inscription',
  },
});
