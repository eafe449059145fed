import { OrderExtension } from '../../../entities/orders/order-extension.entity.ts';
import { Order } from '../../../entities/orders/order.entity.ts';
import { User } from '../../../entities/identity/user.entity.ts';
import { notify, queueMail, recipientsIn, type Recipient } from '../../notifications/index.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import { defineTask, type PayloadOf } from '../../platform/task.ts';
import { orderExtensionAsked } from '../events.ts';
import { adminOrderPath } from '../order-path.ts';
import { orderReference } from '../order-reference.ts';
import { orderExtensionAskedMail } from '../emails/order-extension-asked.ts';
import { extensionAsked } from './words.ts';

/** A proofreader asks for more time: every admin gets a mail and an in-app notification. */
export const notifyExtensionAskedTask = defineTask('orders.notify-extension-asked', orderExtensionAsked.payload);

export const notifyExtensionAsked = (
  { run }: Pick<AppContext, 'run'>,
  { extensionId }: PayloadOf<typeof notifyExtensionAskedTask>,
): Promise<void> => run(notifyAdmins, extensionId);

type NotifyingTx = Tx<'em' | 'now' | 'enqueue' | 'publish' | 'config'>;

async function notifyAdmins(tx: NotifyingTx, extensionId: string): Promise<void> {
  const extension = await tx.em.findOne(OrderExtension, { id: extensionId });
  // Answered already: there is nothing to do.
  if (extension?.status !== 'PENDING') return;
  const order = await tx.em.findOneOrFail(Order, { id: extension.order.id });
  const { firstName, lastName } = await tx.em.findOneOrFail(User, { id: extension.askedById });
  const asked = { extension, order, proofreaderName: `${firstName} ${lastName}` };
  for (const admin of await recipientsIn(tx, 'ADMIN')) await notifyAdmin(tx, asked, admin);
}

interface Asked {
  readonly extension: OrderExtension;
  readonly order: Order;
  readonly proofreaderName: string;
}

async function notifyAdmin(
  tx: NotifyingTx,
  { extension, order, proofreaderName }: Asked,
  admin: Recipient,
): Promise<void> {
  const { userId, locale, firstName } = admin;
  const dedupeKey = `order-extension-asked:${extension.id}:${userId}`;
  await queueMail(tx, {
    template: orderExtensionAskedMail,
    recipient: admin,
    locale,
    dedupeKey,
    data: {
      firstName,
      proofreaderName,
      orderReference: orderReference(order.id),
      orderTitle: order.title,
      dueAt: extension.dueAt.toISOString(),
      until: extension.until.toISOString(),
      reason: extension.reason,
      orderUrl: tx.config.frontUrl + adminOrderPath(order.id),
    },
  });
  await notify(tx, {
    userId,
    ...extensionAsked[locale]({ title: order.title, dueAt: extension.until, zone: tx.config.TIME_ZONE }),
    type: 'ORDER',
    priority: 'HIGH',
    actionUrl: adminOrderPath(order.id),
    data: { orderId: order.id },
    dedupeKey,
  });
}
