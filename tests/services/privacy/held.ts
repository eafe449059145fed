import { Invoice } from '../../../src/entities/billing/invoice.entity.ts';
import { Payment } from '../../../src/entities/billing/payment.entity.ts';
import { User } from '../../../src/entities/identity/user.entity.ts';
import { OneTimeToken } from '../../../src/entities/identity/one-time-token.entity.ts';
import { Session } from '../../../src/entities/identity/session.entity.ts';
import { TrustedDevice } from '../../../src/entities/identity/trusted-device.entity.ts';
import { Conversation, ConversationParticipant } from '../../../src/entities/messaging/conversation.entity.ts';
import { Message, MessageAttachment } from '../../../src/entities/messaging/message.entity.ts';
import { EmailDelivery } from '../../../src/entities/notifications/email-delivery.entity.ts';
import { Notification } from '../../../src/entities/notifications/notification.entity.ts';
import { PrivacyRequest } from '../../../src/entities/privacy/privacy-request.entity.ts';
import { fingerprint, newId } from '../../../src/services/kernel/ids.ts';
import { upload } from './canaries.ts';
import type { PeopleEnvironment } from '../identity/people-environment.ts';
import { person } from '../../support/make/actor.ts';
import type { EntityManager } from '../../../src/services/platform/orm/orm.ts';
import { makeOrder } from '../../support/make/order.ts';

/** What a customer of a finished order left in the database, all of it ended long enough to go at some time. */
export interface Left {
  readonly orderId: string;
  readonly conversationId: string;
  readonly fileId: string;
  readonly attachmentId: string;
  readonly invoiceId: string;
}

let sequence = 100;

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
  em.create(Notification, { user, title: 'Un mot', message: 'Bonjour', dedupeKey: newId(), deletedAt: day });
  em.create(Notification, { user, title: 'Un autre', message: 'Bonjour', dedupeKey: newId() });
  em.create(EmailDelivery, {
    recipient: user,
    toEmail: 'a@example.org',
    toName: 'A',
    template: 'welcome',
    locale: 'fr',
    data: {},
    status: 'SENT',
    dedupeKey: newId(),
  });
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
    service: 'Correction',
    totalCents: 100,
  });
  const conversation = em.create(Conversation, {
    subject: 'Roman',
    contextType: 'ORDER',
    contextId: order.id,
    lastMessageAt: day,
  });
  for (const someone of [user, proofreader]) em.create(ConversationParticipant, { conversation, user: someone });
  const message = em.create(Message, { conversation, sender: user, content: 'Bonjour' });
  const money = {
    payer: user,
    subjectType: 'ORDER',
    subjectId: order.id,
    description: 'Roman',
    provider: 'SANDBOX',
    amountCents: 100,
  } as const;
  em.create(Payment, { ...money, status: 'PAID', paidAt: day });
  em.create(Payment, { ...money, status: 'EXPIRED' });
  sequence += 1;
  const invoice = em.create(Invoice, {
    series: 'FACT-2010',
    sequence,
    number: `FACT-2010-${sequence}`,
    subjectType: 'ORDER',
    subjectId: order.id,
    buyer: user,
    document: {},
    netCents: 100,
    taxCents: 0,
    grossCents: 100,
    issuedAt: day,
    dueOn: '2010-01-01',
    paidAt: day,
  });
  await em.flush();
  const ctx = env.app.contextFor({ actor: person('CUSTOMER', userId), requestId: 'test' });
  const [fileId, attachmentId] = [await upload(ctx, order.id), await upload(ctx, order.id)];
  await em.getConnection().execute('delete from order_file where file_id = ?', [attachmentId]);
  em.create(MessageAttachment, { message, file: attachmentId as never });
  await em.flush();
  return { orderId: order.id, conversationId: conversation.id, fileId, attachmentId, invoiceId: invoice.id };
}
