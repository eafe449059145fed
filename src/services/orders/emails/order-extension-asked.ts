import { defineMail, variable } from '../../notifications/index.ts';

/** Sent to admins when a proofreader asks for a later due date. */
export const orderExtensionAskedMail = defineMail({
  name: 'order-extension-asked',
  about: 'ORDER',
  variables: {
    firstName: variable.text,
    orderReference: variable.text,
    orderTitle: variable.text,
    proofreaderName: variable.text,
    dueAt: variable.instant,
    until: variable.instant,
    reason: variable.text,
    orderUrl: variable.webAddress,
  },
  sample: {
    firstName: 'Camille',
    orderReference: 'SL-7F3A09C2',
    orderTitle: 'Le Fil des jours',
    proofreaderName: 'Jeanne Morel',
    dueAt: '2026-12-14T17:00:00.000Z',
    until: '2026-12-17T17:00:00.000Z',
    reason: 'Les deux derniers chapitres demandent une vérification des citations.',
    orderUrl: 'https://www.example.org/commandes/SL-7F3A09C2',
  },
});
