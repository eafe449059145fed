import { defineMail, variable } from '../../notifications/index.ts';
import { sampleOrder, variablesOfOrder } from './about-order.ts';

/** Sent to the customer when their order is given up, unless they did it themself before paying. */
export const orderCancelled = defineMail({
  name: 'order-cancelled',
  variables: {
    ...variablesOfOrder,
    /** What goes back. */
    refund: variable.amount,
    isRefunded: variable.flag,
  },
  sample: {
    ...sampleOrder,
    refund: { amount: 72_500, currency: 'EUR' },
    isRefunded: true,
  },
});
