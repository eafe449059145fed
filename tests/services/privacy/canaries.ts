import { Readable } from 'node:stream';
import { BillingProfile } from '../../../src/entities/billing/billing-profile.entity.ts';
import { Dispute } from '../../../src/entities/billing/dispute.entity.ts';
import { PaymentReversal } from '../../../src/entities/billing/payment-reversal.entity.ts';
import { PaymentCustomer } from '../../../src/entities/billing/payment-customer.entity.ts';
import { PaymentMethod } from '../../../src/entities/billing/payment-method.entity.ts';
import { ConsentRecord } from '../../../src/entities/identity/consent-record.entity.ts';
import { OneTimeToken } from '../../../src/entities/identity/one-time-token.entity.ts';
import { Session } from '../../../src/entities/identity/session.entity.ts';
import { User } from '../../../src/entities/identity/user.entity.ts';
import { ConversationParticipant } from '../../../src/entities/messaging/conversation.entity.ts';
import { Message, MessageAttachment, MessageRevision } from '../../../src/entities/messaging/message.entity.ts';
import { Order } from '../../../src/entities/orders/order.entity.ts';
import { Delivery } from '../../../src/entities/orders/delivery.entity.ts';
import { OrderFile } from '../../../src/entities/orders/order-file.entity.ts';
import { Job } from '../../../src/entities/platform/job.entity.ts';
import { OutboxEvent } from '../../../src/entities/platform/outbox-event.entity.ts';
import { AddressProof } from '../../../src/entities/privacy/address-proof.entity.ts';
import { DataExport } from '../../../src/entities/privacy/data-export.entity.ts';
import { PrivacyRequest } from '../../../src/entities/privacy/privacy-request.entity.ts';
import { LegalHold } from '../../../src/entities/privacy/legal-hold.entity.ts';
import { OrderExtension } from '../../../src/entities/orders/order-extension.entity.ts';
import { OrderNote } from '../../../src/entities/orders/order-note.entity.ts';
import { newId } from '../../../src/services/kernel/ids.ts';
import { receiveFile } from '../../../src/services/files/index.ts';
import type { Actor } from '../../../src/services/access/actor.ts';
import type { EntityManager } from '../../../src/services/platform/orm/orm.ts';
import type { AppContext } from '../../../src/services/platform/context.ts';
import { CabinetMember } from '../../../src/entities/archive/cabinet-member.entity.ts';
import { plantUpload } from './upload-canaries.ts';
import { makeCabinet } from '../../support/make/cabinet.ts';
import { plantTicket } from './plant-ticket.ts';
import { plantVisitor } from './plant-visitor.ts';
import { plantAppointments } from './plant-appointments.ts';
import { plantSignInMethods } from './plant-sign-in-methods.ts';
import { makeConversation } from '../../support/make/conversation.ts';
import { EmailEvent } from '../../../src/entities/notifications/email-event.entity.ts';
import { EmailSuppression } from '../../../src/entities/notifications/email-suppression.entity.ts';
import { makeEmailDelivery } from '../../support/make/email-delivery.ts';
import { makeGuestOrder } from '../../support/make/guest-order.ts';
import { makeInvoiceDraft } from '../../support/make/invoice-draft.ts';
import { makeInvoice, makeInvoiceLine } from '../../support/make/invoice.ts';
import { makeMessage } from '../../support/make/message.ts';
import { makeNotification } from '../../support/make/notification.ts';
import { ProofreaderAbsence, ProofreaderProfile } from '../../../src/entities/orders/proofreader-profile.entity.ts';
import { makeOrder } from '../../support/make/order.ts';
import { makePayment } from '../../support/make/payment.ts';
import { makeAcceptance, makeQuote, sentFacts } from '../../support/make/quote.ts';
import { makeRefund } from '../../support/make/refund.ts';
import { makeActor } from '../../support/make/actor.ts';

/** A word that stands nowhere else; what is planted ends in the name of its place. */
export const canary = 'kanarienvogel';
/** What the law keeps: planted in invoices only. */
export const keptCanary = 'rechnungsvogel';

const at = (place: string): string => `${canary}-${place}`;
const day = new Date('2026-11-01T10:00:00Z');

/** Puts a canary into every column that says something about this customer, in their rows and in those of the others about them. */
export async function plant(
  em: EntityManager,
  { userId, adminId }: { userId: string; adminId: string },
): Promise<{ orderId: string; conversationId: string }> {
  const [user, admin] = [em.getReference(User, userId), em.getReference(User, adminId)];
  const owner = await em.findOneOrFail(User, { id: userId });
  Object.assign(owner, {
    firstName: at('first'),
    lastName: at('last'),
    phone: at('tel').slice(0, 20),
    address: at('address'),
    bio: at('bio'),
  });
  makeGuestOrder(em, {
    ...{ status: 'COMPLETED', user, email: owner.email, firstName: at('guest'), lastName: at('guest') },
    ...{ phone: at('guest').slice(0, 20), address: at('guest'), title: at('guest'), description: at('guest') },
    ...{ reviewMessage: at('guest'), reviewAnswer: at('guest'), passwordHash: at('guest') },
  });
  // What somebody asked by mail before they had an account.
  em.create(AddressProof, { email: owner.email, tokenHash: '7'.repeat(64), expiresAt: day });
  em.create(DataExport, { email: owner.email, format: 'JSON' });
  plantSignInMethods(em, { user, at, day });
  plantAppointments(em, { user, at, day });
  plantUpload(em, { userId: user.id, at, day });
  plantTicket(em, { userId, at, day });
  plantVisitor(em, { email: owner.email, at, day });
  em.create(CabinetMember, {
    ...{ cabinet: makeCabinet(em, adminId), user, role: 'MANAGER', isEntry: true, expiresAt: day },
    ...{ email: `${at('cabinet')}@example.org`, reason: at('cabinet') },
  });
  em.create(Session, {
    user,
    refreshHash: '1'.repeat(64),
    expiresAt: day,
    lastUsedAt: day,
    sessionVersion: 1,
    address: at('session'),
    agent: at('agent'),
  });
  em.create(OneTimeToken, {
    user,
    purpose: 'PASSWORD_RESET',
    tokenHash: '2'.repeat(64),
    email: `${at('token')}@example.org`,
    newEmail: `${at('next')}@example.org`,
    passwordVersion: 1,
    expiresAt: day,
  });
  em.create(ConsentRecord, {
    user,
    purpose: 'MARKETING',
    policyVersion: '2026-11-20',
    isGranted: true,
    source: 'ACCOUNT',
    address: at('consent'),
  });
  em.create(LegalHold, {
    targetType: 'USER',
    targetId: userId,
    personId: userId,
    reason: at('case'),
    caseReference: at('reference'),
    placedById: adminId,
    releasedAt: day,
    releasedById: adminId,
    releaseReason: at('over'),
  });
  em.create(PrivacyRequest, {
    user,
    kind: 'OBJECTION',
    details: at('details'),
    answer: at('answer'),
    extensionReason: at('extension'),
    extendedAt: day,
    dueAt: day,
  });
  const order = makeOrder(em, {
    customer: user,
    proofreader: admin,
    status: 'COMPLETED',
    title: at('title'),
    description: at('description'),
    customerNote: at('note'),
    proofreaderNote: at('proofreader'),
    suspendedReason: at('suspended'),
    cancellationNote: at('cancelled'),
  });
  em.create(OrderNote, { order, authorId: userId, audience: 'ALL', text: at('remark') });
  em.create(OrderNote, { order, authorId: adminId, audience: 'ALL', text: 'Les mots de quelqu’un d’autre' });
  em.create(OrderExtension, {
    order,
    askedById: userId,
    dueAt: day,
    until: day,
    reason: at('reason'),
    note: at('answer'),
  });
  em.create(Delivery, {
    order,
    number: 1,
    deliveredAt: day,
    note: at('delivered'),
    rating: 5,
    comment: at('comment'),
    changes: at('changes'),
  });
  const profile = em.create(ProofreaderProfile, {
    user,
    languages: [at('language')],
    genres: [at('genre')],
    specialities: [at('speciality')],
  });
  em.create(ProofreaderAbsence, { profile, fromOn: '2026-12-24', untilOn: '2026-12-31' });
  const conversation = makeConversation(em, {
    participants: [user, admin],
    subject: at('subject'),
    contextId: order.id,
    lastMessageAt: day,
  });
  const message = makeMessage(em, {
    ...{ conversation, sender: user, subject: at('messageSubject') },
    ...{ content: at('message'), deletionReason: at('reason') },
  });
  em.create(MessageRevision, { message, content: at('revision') });
  await em.flush();
  await em.nativeUpdate(ConversationParticipant, { conversation, user }, { draft: at('draft') });
  makeMessage(em, { conversation, sender: null, type: 'SYSTEM_MESSAGE', content: at('welcome') });
  makeMessage(em, { conversation, sender: admin, content: 'Les mots de quelqu’un d’autre' });
  for (const someone of [user, admin]) {
    makeNotification(em, {
      user: someone,
      title: at('notification'),
      message: at('words'),
      data: { orderId: order.id },
      actionUrl: `/orders/${order.id}`,
    });
    const delivery = makeEmailDelivery(em, {
      recipient: someone,
      toEmail: someone === user ? `${at('mail')}@example.org` : 'admin@example.org',
      toName: someone === user ? at('to') : 'Admin',
      template: 'new-message',
      data: { about: at('data'), url: `/orders/${order.id}` },
    });
    em.create(EmailEvent, {
      ...{ delivery, providerEventId: newId(), kind: 'BOUNCED', at: day, reason: at('reason') },
    });
  }
  em.create(EmailSuppression, {
    ...{ addressHash: newId(), address: owner.email, scope: 'REPORTS', reason: 'UNSUBSCRIBE', source: 'LINK' },
    since: day,
  });
  em.create(OutboxEvent, {
    id: newId(),
    name: 'order.delivered',
    requestId: 'r',
    payload: { orderId: order.id, title: at('event'), customerId: userId },
  });
  em.create(Job, {
    id: newId(),
    kind: 'orders.notify',
    state: 'COMPLETED',
    payload: { orderId: order.id, title: at('job'), customerId: userId },
    priority: 100,
    runAt: day,
    maxAttempts: 8,
    requestId: 'r',
  });
  const payment = makePayment(em, {
    payer: user,
    subjectId: order.id,
    description: at('payment'),
    status: 'PAID',
    paidAt: day,
    checkoutUrl: `https://pay.example/${at('checkout')}`,
    providerSessionId: 'cs_1',
    providerPaymentId: 'pi_1',
    reference: keptCanary,
  });
  em.create(PaymentReversal, { payment, amountCents: 35_000, reason: keptCanary, at: day });
  em.create(Dispute, {
    payment,
    provider: 'SANDBOX',
    providerDisputeId: 'dp_1',
    amountCents: 35_000,
    reason: 'fraudulent',
  });
  makeRefund(em, { payment, providerRefundId: 're_1', reference: keptCanary });
  // What they paid for before they had an account.
  makePayment(em, {
    payer: null,
    personName: at('payer'),
    personEmail: owner.email,
    personAddress: { lines: [at('payer-street')], postcode: '', city: '', country: 'FR' },
    personLocale: 'fr',
    subjectId: order.id,
    description: at('earlier'),
    status: 'PAID',
    paidAt: day,
  });
  await em.flush();
  em.create(PaymentCustomer, { person: user, provider: 'SANDBOX', providerCustomerId: at('customer') });
  em.create(PaymentMethod, {
    person: user,
    provider: 'SANDBOX',
    providerMethodId: `pm_${user.id}`,
    brand: at('brand'),
    last4: '4242',
    expMonth: 12,
    expYear: 2030,
    fingerprint: at('fingerprint'),
  });
  em.create(BillingProfile, {
    person: user,
    kind: 'FRENCH_BUSINESS',
    name: at('business'),
    addressLines: [at('street')],
    postcode: at('code'),
    city: at('city'),
    country: 'FR',
    siren: '732829320',
    siret: canary,
    vatNumber: at('vat'),
    electronicAddress: at('electronic'),
    purchaseOrder: at('purchase'),
  });
  plantInvoice(em, { user, orderId: order.id });
  makeInvoiceDraft(em, {
    ...{ buyer: user, subjectId: order.id, changedAt: day },
    ...{ notes: at('notes'), purchaseOrder: at('draft'), description: at('line') },
  });
  // What is written for them under their address alone.
  makeInvoiceDraft(em, {
    ...{ buyer: null, subjectId: order.id, changedAt: day, notes: at('visitor-notes') },
    ...{ personName: at('buyer'), personEmail: owner.email, personLocale: 'fr' },
    personAddress: { lines: [at('buyer-street')], postcode: '', city: '', country: 'FR' },
  });
  await plantQuotes(em, user);
  await em.flush();
  return { orderId: order.id, conversationId: conversation.id };
}

/** An accepted quote stays whole, with or without an account; so does its acceptance. */
async function plantQuotes(em: EntityManager, user: User): Promise<void> {
  const kept = {
    ...{ ...sentFacts(em, day), status: 'ACCEPTED' as const, changedAt: day, endedAt: day },
    ...{ notes: keptCanary, purchaseOrder: keptCanary, description: keptCanary },
    document: { buyer: { name: keptCanary } },
  };
  const quote = await makeQuote(em, { ...kept, buyer: user });
  makeAcceptance(em, { quote, acceptedAt: day, name: keptCanary, address: keptCanary, agent: keptCanary });
  await makeQuote(em, {
    ...{ ...kept, revision: 2, personName: keptCanary, personEmail: `${keptCanary}@example.org` },
    personAddress: { lines: [keptCanary], postcode: '', city: '', country: 'FR' },
  });
  await makeQuote(em, { buyer: user, changedAt: day });
}

function plantInvoice(em: EntityManager, { user, orderId }: { user: User; orderId: string }): void {
  const invoice = makeInvoice(em, {
    sequence: 1,
    subjectId: orderId,
    buyer: user,
    document: { buyer: { name: keptCanary, address: [keptCanary] } },
    issuedAt: day,
    status: 'PAID',
    paidAt: day,
  });
  makeInvoiceLine(em, { invoice, description: keptCanary });
  makeInvoice(em, {
    sequence: 2,
    subjectId: orderId,
    buyer: null,
    personName: keptCanary,
    personEmail: `${keptCanary}@example.org`,
    personAddress: { lines: [keptCanary], postcode: '', city: '', country: 'FR' },
    personLocale: 'fr',
    issuedAt: day,
    status: 'PAID',
    paidAt: day,
  });
}

/** The customer's manuscript, sealed on its way to the disk as the upload route does it. */
export const upload = (ctx: AppContext, orderId: string): Promise<string> =>
  receiveFile(ctx, {
    kinds: ['DOCUMENT'],
    upload: Promise.resolve({
      filename: `${at('file')}.txt`,
      mimetype: 'text/plain',
      createReadStream: () => Readable.from([Buffer.from(`${canary}-bytes et un long texte.`)]) as never,
    }),
    attach: async (tx, file) => {
      tx.em.create(OrderFile, { order: tx.em.getReference(Order, orderId), file, role: 'MANUSCRIPT' });
      return file.id;
    },
  });

export const attach = async (
  em: EntityManager,
  { messageOf, fileId }: { messageOf: string; fileId: string },
): Promise<void> => {
  const message = await em.findOneOrFail(Message, { sender: messageOf });
  em.create(MessageAttachment, { message, file: fileId as never });
  await em.flush();
};

export const customer = (userId: string): Actor => makeActor(userId, { address: '203.0.113.7', agent: 'tests' });
