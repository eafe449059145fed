import { defineMail, variable } from '../../notifications/index.ts';
import { sampleOrder, variablesOfOrder } from './about-order.ts';

/** Sent to the admins when a proofreader gives an order back before its start. */
export const orderDeclined = defineMail({
  name: 'order-declined',
  about: 'ORDER',
  variables: {
    ...variablesOfOrder,
    proofreaderName: variable.text,
    /** As the proofreader wrote it. */
    reason: variable.text,
  },
  sample: {
    ...sampleOrder,
    proofreaderName: 'Inès Marchand',
    reason: 'Je suis absente cette semaine-là.',
  },
});
