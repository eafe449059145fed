import type { Order } from '../../entities/orders/order.entity.ts';
import { fingerprint } from '../kernel/ids.ts';
import {
  notifyMany,
  recipientsIn,
  recipientsOf,
  type NotificationRequest,
  type NotificationWords,
  type Recipient,
} from '../notifications/index.ts';
import type { Tx } from '../platform/context.ts';
import { adminOrderPath, orderPath } from './order-path.ts';
import { orderReference } from './order-reference.ts';

export type NoticeTx = Tx<'em' | 'now' | 'enqueue' | 'publish' | 'config' | 'requestId'>;

/** What the mails about an order all show. */
export interface OrderFacts {
  readonly firstName: string;
  readonly orderReference: string;
  readonly orderTitle: string;
  readonly orderUrl: string;
}

export interface OrderNotice {
  /** What happened, and where it may happen again, to what: `delivery-accepted:<id>`. */
  readonly key: string;
  /** Those of these people who can be notified. */
  readonly to: readonly (string | null)[] | 'ADMINS';
  /** The in-app notification; none unless said. */
  readonly words?: NotificationWords<{ readonly title: string }>;
  readonly priority?: NotificationRequest['priority'];
  /** Shown whatever they chose. */
  readonly isCritical?: boolean;
  /** The order is not theirs to see any more. */
  readonly isGone?: boolean;
  /** Queues the mail, under the key it is given; none unless said. */
  readonly mail?: (person: Recipient, facts: OrderFacts, dedupeKey: string) => Promise<unknown>;
}

/** What happens more than once to one order is one for each request that caused it. */
export const onceByRequest = ({ requestId }: Tx<'requestId'>, key: string): string =>
  `${key}:${fingerprint(requestId).slice(0, 16)}`;

/** Notifies people of something that happened to an order, each in their language; a second time changes nothing. */
export async function notifyAboutOrder(
  tx: NoticeTx,
  order: Pick<Order, 'id' | 'title'>,
  { key, to, words, priority, isCritical, isGone, mail }: OrderNotice,
): Promise<void> {
  const people = to === 'ADMINS' ? await recipientsIn(tx, 'ADMIN') : await peopleOf(tx, to);
  const path = to === 'ADMINS' ? adminOrderPath(order.id) : orderPath(order.id);
  const requests: NotificationRequest[] = [];
  for (const person of people) {
    const dedupeKey = `${key}:${person.userId}`;
    await mail?.(person, factsOf(tx, { order, person, path }), dedupeKey);
    if (words === undefined) continue;
    requests.push({
      userId: person.userId,
      ...words[person.locale]({ title: order.title }),
      type: 'ORDER',
      ...(priority === undefined ? {} : { priority }),
      ...(isGone === true ? {} : { actionUrl: path }),
      isCritical: isCritical === true,
      data: { orderId: order.id },
      dedupeKey,
    });
  }
  await notifyMany(tx, requests);
}

async function peopleOf(tx: Tx<'em'>, ids: readonly (string | null)[]): Promise<Recipient[]> {
  const found = await recipientsOf(
    tx,
    ids.filter((id) => id !== null),
  );
  return [...found.values()];
}

const factsOf = (
  { config }: Tx<'config'>,
  { order, person, path }: { readonly order: Pick<Order, 'id' | 'title'>; person: Recipient; path: string },
): OrderFacts => ({
  firstName: person.firstName,
  orderReference: orderReference(order.id),
  orderTitle: order.title,
  orderUrl: config.frontUrl + path,
});

/** The beginning of what somebody wrote, as a mail shows it. */
export function excerptOf(text: string | null, length = 600): string {
  const characters = [...(text ?? '').trim()];
  return characters.length <= length ? characters.join('') : `${characters.slice(0, length - 1).join('')}…`;
}
