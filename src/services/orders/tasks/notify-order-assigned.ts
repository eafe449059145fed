import { fingerprint } from '../../kernel/ids.ts';
import {
  notifyMany,
  recipientsOf,
  type NotificationRequest,
  type NotificationWords,
} from '../../notifications/index.ts';
import type { Tx, AppContext } from '../../platform/context.ts';
import { defineTask, type PayloadOf } from '../../platform/task.ts';
import { orderAssigned, type OrderAssigned } from '../events.ts';
import { orderPath } from '../order-path.ts';
import { assignedForCustomer, assignedForProofreader, assignedToAnother } from './words.ts';

type Assigned = Omit<OrderAssigned, 'subject'>;

/** Notifies the proofreader, the customer, and whoever had the order before. */
export const notifyOrderAssignedTask = defineTask(
  'orders.tell-order-assigned',
  orderAssigned.payload.omit({ subject: true }),
);

export const notifyOrderAssigned = (
  { run }: Pick<AppContext, 'run'>,
  assigned: PayloadOf<typeof notifyOrderAssignedTask>,
): Promise<void> => run(notifyAssigned, assigned);

async function notifyAssigned(tx: Tx<'em' | 'now' | 'publish' | 'requestId'>, assigned: Assigned): Promise<void> {
  const { orderId, title, customerId, proofreaderId, previousProofreaderId } = assigned;
  const words = new Map<string, NotificationWords<{ title: string }>>([
    [customerId, assignedForCustomer],
    [proofreaderId, assignedForProofreader],
  ]);
  if (previousProofreaderId !== null) words.set(previousProofreaderId, assignedToAnother);
  // An order may come back to someone: one assignment is one request's.
  const which = fingerprint(`${tx.requestId}:${previousProofreaderId}:${proofreaderId}`).slice(0, 16);
  const people = await recipientsOf(tx, [...words.keys()]);
  const requests = [...words].flatMap(([userId, say]): NotificationRequest[] => {
    const person = people.get(userId);
    if (person === undefined) return [];
    const where = userId === previousProofreaderId ? {} : { actionUrl: orderPath(orderId) };
    return [
      {
        userId,
        ...say[person.locale]({ title }),
        type: 'ORDER',
        ...where,
        data: { orderId },
        dedupeKey: `order-assigned:${orderId}:${which}:${userId}`,
      },
    ];
  });
  await notifyMany(tx, requests);
}
