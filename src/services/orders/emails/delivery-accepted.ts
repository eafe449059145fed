import { defineMail, variable } from '../../notifications/index.ts';
import { sampleOrder, variablesOfOrder } from './about-order.ts';

/** Sent to the proofreader when a delivery is accepted, by the customer or by time. */
export const deliveryAccepted = defineMail({
  name: 'delivery-accepted',
  about: 'ORDER',
  variables: {
    ...variablesOfOrder,
    /** Which delivery of the order. */
    number: variable.count,
    /** Nobody answered for fourteen days. */
    isByTime: variable.flag,
    /** The beginning of what the customer wrote; empty when they wrote nothing. */
    comment: variable.text,
    /** 1 to 5; 0 for none. */
    rating: variable.count,
  },
  sample: {
    ...sampleOrder,
    number: 2,
    isByTime: false,
    comment: 'Un travail très soigné.',
    rating: 5,
  },
});
