import type { Order } from '../../../entities/orders/order.entity.ts';
import { notifyMany, recipientsIn, type NotificationWords } from '../../notifications/index.ts';
import type { Tx } from '../../platform/context.ts';
import { adminOrderPath } from '../order-path.ts';

interface Notice {
  readonly words: NotificationWords<{ readonly title: string }>;
  /** What happened, once: `order-submitted:<which>`. */
  readonly dedupeKey: string;
}

/** Notifies every admin about an order that waits for one of them. */
export async function notifyAdminsOf(
  tx: Tx<'em' | 'now' | 'publish'>,
  order: Order,
  { words, dedupeKey }: Notice,
): Promise<void> {
  const path = adminOrderPath(order.id);
  await notifyMany(
    tx,
    (await recipientsIn(tx, 'ADMIN')).map(({ userId, locale }) => ({
      userId,
      ...words[locale](order),
      type: 'ORDER' as const,
      actionUrl: path,
      data: { orderId: order.id },
      dedupeKey: `${dedupeKey}:${userId}`,
    })),
  );
}
