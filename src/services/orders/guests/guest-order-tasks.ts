import { LockMode } from '@mikro-orm/core';
import { Payment } from '../../../entities/billing/payment.entity.ts';
import { User } from '../../../entities/identity/user.entity.ts';
import { GuestOrder } from '../../../entities/orders/guest-order.entity.ts';
import { Order } from '../../../entities/orders/order.entity.ts';
import { issueActivation } from '../../identity/index.ts';
import { fingerprint } from '../../kernel/ids.ts';
import { money } from '../../kernel/money.ts';
import { notifyMany, recipientsIn, type NotificationWords } from '../../notifications/index.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import type { DerivedSecrets } from '../../platform/derived-secrets.ts';
import { implementTask, type PayloadOf, type Task } from '../../platform/task.ts';
import { orderReference } from '../order-reference.ts';
import { attachDays } from './billable-guest-order.ts';
import { expireGuestOrders } from './expire-guest-order.ts';
import {
  expireGuestOrdersTask,
  mailGuestOrderPaidTask,
  notifyGuestReviewTask,
  remindGuestOrderTask,
  reopenGuestOrderTask,
} from './guest-order-jobs.ts';
import { mailAttach, mailGuestActivation, mailReminder } from './guest-order-mails.ts';
import { guestOrderSubjectType } from './guest-order-subject.ts';
import { attachSecret } from './guest-order-token.ts';
import { moveGuestOrder } from './move-guest-order.ts';

/** The visitor who has not paid a day later is mailed once. One whose order an admin looks at waits for the answer. */
async function remind(tx: Tx<'em' | 'now' | 'enqueue'>, guestOrderId: string): Promise<void> {
  const guest = await tx.em.findOne(GuestOrder, { id: guestOrderId });
  if (guest === null || !['STARTED', 'AWAITING_PAYMENT'].includes(guest.status) || guest.expiresAt <= tx.now) return;
  await mailReminder(tx, guest);
}

/** Only the page that is open counts: one that another took the place of closes unnoticed. */
async function reopen(
  tx: Tx<'em' | 'record'>,
  { paymentId, subjectType, subjectId }: PayloadOf<typeof reopenGuestOrderTask>,
): Promise<void> {
  if (subjectType !== guestOrderSubjectType) return;
  const guest = await tx.em.findOne(GuestOrder, { id: subjectId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  const payment = await tx.em.findOne(Payment, { id: paymentId });
  if (guest?.status !== 'AWAITING_PAYMENT' || guest.stripeSessionId !== payment?.providerSessionId) return;
  moveGuestOrder(tx, guest, { verb: 'reopen' });
  guest.stripeSessionId = null;
}

interface Mailed {
  readonly paid: PayloadOf<typeof mailGuestOrderPaidTask>;
  readonly derived: DerivedSecrets;
}

/** Mails the link that opens the account, or the one that gives the order to the account that there is. */
async function mailPaid(tx: Tx<'em' | 'now' | 'config' | 'enqueue'>, { paid, derived }: Mailed): Promise<void> {
  const { guestOrderId, orderId } = paid;
  const guest = await tx.em.findOne(GuestOrder, { id: guestOrderId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (guest === null) return;
  if (orderId !== null) return activate(tx, guest, { orderId, derived });
  if (guest.tokenExpiresAt === null) return;
  guest.activationTokenHash = fingerprint(attachSecret(derived, guest.id));
  await mailAttach(tx, guest, attachDays);
}

async function activate(
  tx: Tx<'em' | 'now' | 'config' | 'enqueue'>,
  guest: GuestOrder,
  { orderId, derived }: { readonly orderId: string; readonly derived: DerivedSecrets },
): Promise<void> {
  const order = await tx.em.findOneOrFail(Order, { id: orderId });
  const person = await tx.em.findOneOrFail(User, { id: order.customer.id });
  const tokenId = await issueActivation(tx, { userId: person.id, derived, minutes: attachDays * 24 * 60 });
  if (tokenId === null) return;
  await mailGuestActivation(tx, guest, {
    ...{ tokenId, person, locale: person.locale, expiresInDays: attachDays },
    order: {
      reference: orderReference(order.id),
      title: order.title,
      total: money(order.totalCents, order.currency),
    },
  });
}

const reviewWords: NotificationWords<{ title: string }> = {
  fr: ({ title }) => ({
    title: 'Une visite demande un prix',
    message: `Une personne sans compte attend votre réponse pour «\u00a0${title}\u00a0».`,
  }),
  en: ({ title }) => ({
    title: 'A visitor asks for a price',
    message: `Somebody without an account waits for your answer about “${title}”.`,
  }),
};

async function notifyReview(tx: Tx<'em' | 'now' | 'publish'>, guestOrderId: string): Promise<void> {
  const guest = await tx.em.findOne(GuestOrder, { id: guestOrderId });
  if (guest?.status !== 'REVIEW') return;
  const admins = await recipientsIn(tx, 'ADMIN');
  await notifyMany(
    tx,
    admins.map(({ userId, locale }) => ({
      userId,
      ...reviewWords[locale]({ title: guest.title }),
      type: 'ORDER' as const,
      actionUrl: `/admin/commandes-sans-compte/${guest.id}`,
      data: { guestOrderId: guest.id },
      dedupeKey: `guest-review:${guest.id}:${guest.reviews}:${userId}`,
    })),
  );
}

/** What is done about orders without an account after a commit. */
export const guestOrderTasks: readonly Task[] = [
  implementTask(remindGuestOrderTask, ({ run }: Pick<AppContext, 'run'>, { guestOrderId }) =>
    run(remind, guestOrderId),
  ),
  implementTask(reopenGuestOrderTask, ({ run }: Pick<AppContext, 'run'>, ended) => run(reopen, ended)),
  implementTask(mailGuestOrderPaidTask, ({ run, derived }: Pick<AppContext, 'run' | 'derived'>, paid) =>
    run(mailPaid, { paid, derived }),
  ),
  implementTask(notifyGuestReviewTask, ({ run }: Pick<AppContext, 'run'>, { guestOrderId }) =>
    run(notifyReview, guestOrderId),
  ),
  implementTask(expireGuestOrdersTask, expireGuestOrders),
];
