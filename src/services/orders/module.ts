import { defineModule } from '../platform/module.ts';
import { billableOrder } from './billable-order.ts';
import { ordersPersonalData } from './personal-data.ts';
import { isOrderFileHeld, mayReadOrderFile } from './queries/file-questions.ts';
import { conversationAboutOrder } from './conversation-about-order.ts';
import { isPriceItemOrdered } from './price-item-use.ts';
import { ordersRetention } from './retention.ts';
import { orderSubscriptions } from './subscriptions.ts';
import { orderTasks } from './tasks/index.ts';
import { ordersMails } from './emails/index.ts';

/** Manuscripts to be proofread, from the purchase to the delivery. */
export const ordersModule = defineModule({
  name: 'orders',
  tasks: orderTasks,
  subscriptions: orderSubscriptions,
  mails: ordersMails,
  personalData: ordersPersonalData,
  retention: ordersRetention,
  fileAccess: { mayRead: mayReadOrderFile, isHeld: isOrderFileHeld },
  billable: { ORDER: billableOrder },
  priceItemUse: isPriceItemOrdered,
  conversationSource: { ORDER: conversationAboutOrder },
});
