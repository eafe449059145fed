import { defineMail, variable } from '../../notifications/index.ts';
import { sampleOrder, variablesOfOrder } from './about-order.ts';

/** Sent to the proofreader when the customer asks for changes to a delivery. */
export const deliveryChangesRequested = defineMail({
  name: 'delivery-changes-requested',
  about: 'ORDER',
  variables: {
    ...variablesOfOrder,
    customerName: variable.text,
    /** Which delivery of the order. */
    number: variable.count,
    /** The beginning of what the customer wrote. */
    changes: variable.text,
  },
  sample: {
    ...sampleOrder,
    customerName: 'Camille Lefèvre',
    number: 1,
    changes: 'Le chapitre 3 garde le passé simple, s’il vous plaît.',
  },
});
