import { defineMail, variable } from '../../notifications/index.ts';
import { sampleOrder, variablesOfOrder } from './about-order.ts';

/** Sent to the customer when a proofreader begins. */
export const orderStarted = defineMail({
  name: 'order-started',
  about: 'ORDER',
  variables: {
    ...variablesOfOrder,
    proofreaderName: variable.text,
  },
  sample: {
    ...sampleOrder,
    proofreaderName: 'Inès Marchand',
  },
});
