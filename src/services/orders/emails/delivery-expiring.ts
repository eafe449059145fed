import { defineMail, variable } from '../../notifications/index.ts';
import { sampleOrder, variablesOfOrder } from './about-order.ts';

/** Sent to the customer three days before a delivery that they have not answered is accepted by time. */
export const deliveryExpiring = defineMail({
  name: 'delivery-expiring',
  variables: {
    ...variablesOfOrder,
    /** Until when changes can be asked for. */
    acceptedAt: variable.instant,
  },
  sample: {
    ...sampleOrder,
    acceptedAt: '2026-12-04T09:41:00.000Z',
  },
});
