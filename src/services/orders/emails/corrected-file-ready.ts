import { defineMail, variable } from '../../notifications/index.ts';

/** Sent to the customer when the corrected file can be downloaded. */
export const correctedFileReady = defineMail({
  name: 'corrected-file-ready',
  about: 'ORDER',
  variables: {
    firstName: variable.text,
    proofreaderName: variable.text,
    /** As people write it: `SL-2026-0042`. */
    orderReference: variable.text,
    orderTitle: variable.text,
    orderUrl: variable.webAddress,
  },
  sample: {
    firstName: 'Camille',
    proofreaderName: 'Inès Marchand',
    orderReference: 'SL-2026-0042',
    orderTitle: 'Le Fil des jours',
    orderUrl: 'https://www.example.org/commandes/SL-2026-0042',
  },
});
