import { defineMail } from '../../notifications/index.ts';
import { sampleOrder, variablesOfOrder } from './about-order.ts';

/** Sent to the customer and to the proofreader when the work on a suspended order goes on. */
export const orderResumed = defineMail({
  name: 'order-resumed',
  about: 'ORDER',
  variables: variablesOfOrder,
  sample: sampleOrder,
});
