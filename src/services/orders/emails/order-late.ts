import { defineMail, variable } from '../../notifications/index.ts';

/** Sent to the proofreader and to admins on the first working day after a due date without a delivery. */
export const orderLateMail = defineMail({
  name: 'order-late',
  about: 'ORDER',
  variables: {
    firstName: variable.text,
    orderReference: variable.text,
    orderTitle: variable.text,
    proofreaderName: variable.text,
    dueAt: variable.instant,
    orderUrl: variable.webAddress,
  },
  sample: {
    firstName: 'Camille',
    orderReference: 'SL-7F3A09C2',
    orderTitle: 'Le Fil des jours',
    proofreaderName: 'Jeanne Morel',
    dueAt: '2026-12-14T17:00:00.000Z',
    orderUrl: 'https://www.example.org/commandes/SL-7F3A09C2',
  },
});
