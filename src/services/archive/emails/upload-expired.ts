import { defineMail, variable } from '../../notifications/index.ts';

/** Sent to whoever began an upload that nobody continued for seven days. */
export const uploadExpiredMail = defineMail({
  name: 'upload-expired',
  variables: { name: variable.text, fileName: variable.text, cabinetUrl: variable.webAddress },
  sample: {
    name: 'Camille',
    fileName: 'plans-du-chantier.pdf',
    cabinetUrl: 'https://www.example.org/armoires',
  },
});
