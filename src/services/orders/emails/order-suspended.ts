import { defineMail, variable } from '../../notifications/index.ts';
import { sampleOrder, variablesOfOrder } from './about-order.ts';

/** Sent to the customer and to the proofreader when the work on an order stops for a while. */
export const orderSuspended = defineMail({
  name: 'order-suspended',
  about: 'ORDER',
  variables: {
    ...variablesOfOrder,
    /** As the admin wrote it; empty when they gave none. */
    reason: variable.text,
    /** The payment is disputed: there is no other reason. */
    isDisputed: variable.flag,
  },
  sample: {
    ...sampleOrder,
    reason: 'Nous attendons la seconde partie du manuscrit.',
    isDisputed: false,
  },
});
