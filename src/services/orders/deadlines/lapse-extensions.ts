import { z } from 'zod';
import { OrderExtension } from '../../../entities/orders/order-extension.entity.ts';
import type { Order } from '../../../entities/orders/order.entity.ts';
import { transition } from '../../kernel/states.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import { defineTask, type PayloadOf } from '../../platform/task.ts';
import { publishFor } from '../live.ts';
import { extensionStates } from './extension.states.ts';
import { lockOrder } from './lock-order.ts';

/** An order was delivered, given up or given to somebody else: nobody is to answer what its proofreader asked for. */
export const lapseExtensionsTask = defineTask('orders.lapse-extensions', z.object({ orderId: z.uuid() }));

export const lapseOldExtensions = (
  { run }: Pick<AppContext, 'run'>,
  { orderId }: PayloadOf<typeof lapseExtensionsTask>,
): Promise<void> => run(lapseOld, orderId);

async function lapseOld(tx: Tx<'em' | 'now' | 'publish'>, orderId: string): Promise<void> {
  const order = await lockOrder(tx, orderId);
  if (order === null) return;
  const isOpen = ['PAID', 'IN_PROGRESS', 'SUSPENDED'].includes(order.status);
  const kept = isOpen ? (order.proofreader?.id ?? null) : null;
  await lapseExtensions(tx, order, kept);
}

/** Lapses the requests that wait, except those of `keptOf`. The order is locked. */
export async function lapseExtensions(
  tx: Tx<'em' | 'now' | 'publish'>,
  order: Order,
  keptOf: string | null = null,
): Promise<void> {
  const waiting = await tx.em.find(OrderExtension, { order, status: 'PENDING' });
  const over = waiting.filter(({ askedById }) => askedById !== keptOf);
  for (const extension of over) {
    transition(extensionStates, extension, 'lapse');
    extension.answeredAt = tx.now;
  }
  if (over.length > 0) publishFor(tx, order, 'STAFF');
}
