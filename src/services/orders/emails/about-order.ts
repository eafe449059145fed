import { variable } from '../../notifications/index.ts';

/** What every mail about an order shows. */
export const variablesOfOrder = {
  firstName: variable.text,
  /** As people write it: `SL-2026-0042`. */
  orderReference: variable.text,
  orderTitle: variable.text,
  orderUrl: variable.webAddress,
};

export const sampleOrder = {
  firstName: 'Camille',
  orderReference: 'SL-2026-0042',
  orderTitle: 'Le Fil des jours',
  orderUrl: 'https://www.example.org/commandes/SL-2026-0042',
};
