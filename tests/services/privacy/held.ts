import { User } from '../../../src/entities/identity/user.entity.ts';
import { OneTimeToken } from '../../../src/entities/identity/one-time-token.entity.ts';
import { Session } from '../../../src/entities/identity/session.entity.ts';
import { TrustedDevice } from '../../../src/entities/identity/trusted-device.entity.ts';
import { MessageAttachment } from '../../../src/entities/messaging/message.entity.ts';
import { PrivacyRequest } from '../../../src/entities/privacy/privacy-request.entity.ts';
import { fingerprint, newId } from '../../../src/services/kernel/ids.ts';
import { upload } from './canaries.ts';
import type { PeopleEnvironment } from '../identity/people-environment.ts';
import { person } from '../../support/make/actor.ts';
import type { EntityManager } from '../../../src/services/platform/orm/orm.ts';
import { makeConversation } from '../../support/make/conversation.ts';
import { makeEmailDelivery } from '../../support/make/email-delivery.ts';
import { makeInvoice } from '../../support/make/invoice.ts';
import { makeMessage } from '../../support/make/message.ts';
import { makeNotification } from '../../support/make/notification.ts';
import { makeOrder } from '../../support/make/order.ts';
import { makePayment } from '../../support/make/payment.ts';

/** What a customer of a finished order left in the database, all of it ended long enough to go at some time. */
export interface Left {
  readonly orderId: string;
  readonly conversationId: string;
  readonly fileId: string;
  readonly attachmentId: string;
  readonly invoiceId: string;
}

/** A whole life of a customer, with a proofreader: every kind of record that retention knows of a person. */
export async function leaveEverything(
  env: PeopleEnvironment,
  { userId, proofreaderId, day }: { userId: string; proofreaderId: string; day: Date },
): Promise<Left> {
  const em = env.app.orm.em.fork() as EntityManager;
  const [user, proofreader] = [em.getReference(User, userId), em.getReference(User, proofreaderId)];
  const secret = () => fingerprint(newId());
  em.create(Session, {
    user,
    refreshHash: secret(),
    expiresAt: day,
    lastUsedAt: day,
    sessionVersion: 1,
    revokedAt: day,
  });
  em.create(OneTimeToken, {
    user,
    purpose: 'PASSWORD_RESET',
    tokenHash: secret(),
    email: 'a@example.org',
    passwordVersion: 1,
    expiresAt: day,
  });
  em.create(TrustedDevice, { user, tokenHash: secret(), lastUsedAt: day, expiresAt: day });
  makeNotification(em, { user, deletedAt: day });
  makeNotification(em, { user });
  makeEmailDelivery(em, { recipient: user });
  em.create(PrivacyRequest, {
    user,
    kind: 'OBJECTION',
    status: 'DONE',
    details: 'Une demande',
    dueAt: day,
    handledAt: day,
  });
  const order = makeOrder(em, {
    customer: user,
    proofreader,
    title: 'Roman',
    status: 'COMPLETED',
    completedAt: day,
  });
  const conversation = makeConversation(em, {
    participants: [user, proofreader],
    contextId: order.id,
    lastMessageAt: day,
  });
  const message = makeMessage(em, { conversation, sender: user });
  const paying = { payer: user, subjectId: order.id };
  makePayment(em, { ...paying, status: 'PAID', paidAt: day });
  makePayment(em, { ...paying, status: 'EXPIRED' });
  const invoice = makeInvoice(em, {
    buyer: user,
    subjectId: order.id,
    issuedAt: day,
    dueOn: '2010-01-01',
    status: 'PAID',
    paidAt: day,
  });
  await em.flush();
  const ctx = env.contextFor(person('CUSTOMER', userId));
  const [fileId, attachmentId] = [await upload(ctx, order.id), await upload(ctx, order.id)];
  await em.getConnection().execute('delete from order_file where file_id = ?', [attachmentId]);
  em.create(MessageAttachment, { message, file: attachmentId as never });
  await em.flush();
  return { orderId: order.id, conversationId: conversation.id, fileId, attachmentId, invoiceId: invoice.id };
}
