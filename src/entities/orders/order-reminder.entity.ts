import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { base, instant } from '../base.ts';
import { Order } from './order.entity.ts';

/** Three working days and one before the due date, one after it; one day and three after a payment without a manuscript. */
export const orderReminderKinds = ['DUE_IN_3', 'DUE_IN_1', 'LATE', 'MANUSCRIPT_1', 'MANUSCRIPT_3'] as const;
export type OrderReminderKind = (typeof orderReminderKinds)[number];

/** That a reminder was sent: once for each due date, or payment. Written with its mails; nobody sees it; dies with the order. */
export const OrderReminder = defineEntity({
  name: 'OrderReminder',
  tableName: 'order_reminder',
  properties: {
    ...base(),
    order: () => p.manyToOne(Order).lazyRef().deleteRule('cascade'),
    kind: p.enum(orderReminderKinds),
    /** The due date, or the payment, that it is about. */
    about: instant(),
  },
  uniques: [{ properties: ['order', 'kind', 'about'] }],
});
export type OrderReminder = InferEntity<typeof OrderReminder>;
