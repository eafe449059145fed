import { defineModule } from '../platform/module.ts';
import { schedule } from '../platform/schedules.ts';
import { billableOrder } from './billable-order.ts';
import { billableGuestOrder, expireGuestOrdersTask } from './guests/index.ts';
import { deadlineSchedules } from './deadlines/index.ts';
import { ordersPersonalData } from './personal-data.ts';
import { isOrderFileHeld, mayReadOrderFile } from './queries/file-questions.ts';
import { conversationAboutOrder } from './conversation-about-order.ts';
import { isPriceItemOrdered } from './price-item-use.ts';
import { ordersRetention } from './retention.ts';
import { expireUnpaidTask } from './review/expire-unpaid.ts';
import { orderSubscriptions } from './subscriptions.ts';
import { answerDeliveriesTask } from './deliveries/answer-deliveries.ts';
import { orderTasks } from './tasks/index.ts';
import { ordersMails } from './emails/index.ts';

/** Manuscripts to be proofread, from the purchase to the delivery. */
export const ordersModule = defineModule({
  name: 'orders',
  tasks: orderTasks,
  subscriptions: orderSubscriptions,
  schedules: [
    ...deadlineSchedules,
    schedule({ name: 'orders.answer-deliveries', cron: '0 6 * * *', task: answerDeliveriesTask }),
    schedule({ name: 'orders.expire-unpaid', cron: '10 2 * * *', task: expireUnpaidTask }),
    schedule({ name: 'orders.expire-guest-orders', cron: '10 2 * * *', task: expireGuestOrdersTask }),
  ],
  mails: ordersMails,
  personalData: ordersPersonalData,
  retention: ordersRetention,
  fileAccess: { mayRead: mayReadOrderFile, isHeld: isOrderFileHeld },
  billable: { ORDER: billableOrder, GUEST_ORDER: billableGuestOrder },
  priceItemUse: isPriceItemOrdered,
  conversationSource: { ORDER: conversationAboutOrder },
});
