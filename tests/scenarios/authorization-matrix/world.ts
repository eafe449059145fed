import type { App } from '../../../src/app.ts';
import { Plan } from '../../../src/entities/billing/plan.entity.ts';
import { PriceItem } from '../../../src/entities/catalog/price-item.entity.ts';
import type { StoredFile } from '../../../src/entities/files/stored-file.entity.ts';
import { Dispute } from '../../../src/entities/billing/dispute.entity.ts';
import { Reconciliation, ReconciliationDifference } from '../../../src/entities/billing/reconciliation.entity.ts';
import { WebhookEvent } from '../../../src/entities/billing/webhook-event.entity.ts';
import { Session } from '../../../src/entities/identity/session.entity.ts';
import { TwoFactor } from '../../../src/entities/identity/two-factor.entity.ts';
import { User } from '../../../src/entities/identity/user.entity.ts';
import { MessageAttachment, MessageRevision } from '../../../src/entities/messaging/message.entity.ts';
import { Delivery } from '../../../src/entities/orders/delivery.entity.ts';
import { OrderFile } from '../../../src/entities/orders/order-file.entity.ts';
import { Job } from '../../../src/entities/platform/job.entity.ts';
import { seed } from '../../../src/modules.ts';
import { system } from '../../../src/services/access/actor.ts';
import { serviceScopes } from '../../../src/services/access/permissions.ts';
import { bcryptPasswords } from '../../../src/services/adapters/passwords/bcrypt.ts';
import { createApiToken, createServiceAccount, login } from '../../../src/services/identity/index.ts';
import { newId } from '../../../src/services/kernel/ids.ts';
import type { UserRole } from '../../../src/services/kernel/roles.ts';
import { notify } from '../../../src/services/notifications/index.ts';
import type { EntityManager } from '../../../src/services/platform/orm/orm.ts';
import type { Tx, AppContext } from '../../../src/services/platform/context.ts';
import { MINUTE, testClock } from '../../support/clock.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestEnvironment } from '../../support/environment.ts';
import { noLimits } from '../../support/no-limits.ts';
import { makeCards, makePersonWithoutAccount, makePlanSubscription, soldDocument } from './money.ts';
import { emptyHandedSso, makePrivacy, makeSignInMethods } from './sign-in-methods.ts';
import { makePerson } from '../../support/make/person.ts';
import { makeStoredFile } from '../../support/make/stored-file.ts';
import { makeConversation } from '../../support/make/conversation.ts';
import { makeGuestOrder } from '../../support/make/guest-order.ts';
import { makeInvoiceDraft } from '../../support/make/invoice-draft.ts';
import { makeInvoice, makeInvoiceLine } from '../../support/make/invoice.ts';
import { makeMessage } from '../../support/make/message.ts';
import { orderMaker } from './order-maker.ts';
import { makeOffice } from './office.ts';
import { publishEach } from './live-events.ts';
import { makeOrderLife } from './order-life.ts';
import { makeBookable } from './bookings.ts';
import { makeMails } from './mails.ts';
import { makeCabinets } from './cabinets.ts';
import { makePractice } from './practice.ts';
import { makeUpload } from './uploads.ts';
import { makeQuotes } from './quotes.ts';
import { makeTickets } from './tickets.ts';
import { makeRefund } from '../../support/make/refund.ts';
import { makePayment } from '../../support/make/payment.ts';

const password = 'Un-Cheval-Bleu-42';

/** Who sits where: the role, and what is done to them. */
const people: Readonly<Record<string, { role: UserRole; isAuditor?: true; hasFactor?: true }>> = {
  'customer-1': { role: 'CUSTOMER' },
  'customer-2': { role: 'CUSTOMER' },
  'proofreader-1': { role: 'PROOFREADER' },
  'proofreader-2': { role: 'PROOFREADER' },
  artisan: { role: 'ARTISAN' },
  admin: { role: 'ADMIN' },
  auditor: { role: 'ARTISAN', isAuditor: true },
  suspended: { role: 'CUSTOMER' },
  expired: { role: 'ADMIN' },
  awaiting: { role: 'ADMIN', hasFactor: true },
  bystander: { role: 'CUSTOMER' },
  'second-admin': { role: 'ADMIN' },
};

/** The ids of one set of objects, all of the same customer and proofreader, by what they are. */
export type Objects = Readonly<Record<string, string>>;

export interface MatrixWorld {
  readonly app: App;
  readonly database: TestDatabase;
  readonly ctx: AppContext;
  /** The first customer’s things, and the second’s: the same kinds, made the same way. */
  readonly objects: readonly [Objects, Objects];
  /** Tokens by person. */
  readonly tokens: ReadonlyMap<string, string>;
  close(): Promise<void>;
}

/** One server with people of every kind, and two sets of objects of every kind. */
export async function openMatrixWorld(): Promise<MatrixWorld> {
  const clock = testClock();
  const { app, database, contextFor, close } = await openTestEnvironment({
    isServed: false,
    clock,
    logLevel: 'warn',
    environment: { HOSTING_PROVIDER: 'Hébergeur SAS, 59100 Roubaix' },
    services: { limits: noLimits, passwords: bcryptPasswords(4), sso: emptyHandedSso },
  });
  const ctx = contextFor();
  await seed(ctx);
  const passwordHash = await app.services.passwords.hash(password);
  const ids = new Map<string, string>();
  await make(ctx, (em) => {
    for (const [person, { role, isAuditor, hasFactor }] of Object.entries(people)) {
      const user = makePerson(em, {
        email: `${person}@matrix.example.org`,
        passwordHash,
        lastName: person,
        role,
        permissionSets: isAuditor ? ['AUDITOR'] : null,
      });
      ids.set(person, user.id);
      if (hasFactor) em.create(TwoFactor, { user, method: 'EMAIL_OTP', confirmedAt: clock.now() });
    }
  });
  const token = async (person: string): Promise<string> => {
    const answer = await login(app.contextFor({ actor: { ...system, kind: 'ANONYMOUS' }, requestId: 'matrix' }), {
      email: `${person}@matrix.example.org`,
      password,
    });
    // Somebody whose second factor is asked for has nothing to show but the question's token.
    return 'accessToken' in answer ? answer.accessToken : answer.challengeToken;
  };
  const tokens = new Map([
    ['expired', await token('expired')],
    ['suspended', await token('suspended')],
  ]);
  clock.advance(31 * MINUTE);
  for (const person of Object.keys(people)) if (!tokens.has(person)) tokens.set(person, await token(person));
  for (const person of ['customer-1', 'admin'])
    tokens.set(`${person}, long signed in`, await unproven(ctx, await token(person), idOf(ids, person)));
  await make(ctx, (em) =>
    em.nativeUpdate(User, { id: ids.get('suspended') ?? '' }, { status: 'SUSPENDED', sessionVersion: 2 }),
  );
  const account = await createServiceAccount(ctx, { name: 'Programme' });
  const { secret, token: apiToken } = await createApiToken(ctx, {
    serviceAccountId: account.id,
    name: 'tout',
    scopes: serviceScopes,
    expiresInDays: 90,
  });
  tokens.set('service', secret);
  // Its first use is noted: no cell shall be the first.
  await app.sessions.holderOf(secret, { locale: 'fr', address: '203.0.113.7', agent: null });
  const shared = {
    bystander: idOf(ids, 'bystander'),
    suspendedUser: idOf(ids, 'suspended'),
    ...{ auditor: idOf(ids, 'auditor'), admin: idOf(ids, 'admin') },
    serviceAccount: account.id,
    apiToken: apiToken.id,
    ...(await ctx.run(makeOffice, idOf(ids, 'admin'))),
    ...(await make(ctx, makeBookable)),
  };
  await make(ctx, (em) => makePersonWithoutAccount(em, clock.now()));
  const objects: [Objects, Objects] = [
    await objectsOf(app, shared, [idOf(ids, 'customer-1'), idOf(ids, 'proofreader-1')]),
    await objectsOf(app, shared, [idOf(ids, 'customer-2'), idOf(ids, 'proofreader-2')]),
  ];
  return {
    app,
    database,
    ctx,
    objects,
    tokens,
    close,
  };
}

const idOf = (ids: ReadonlyMap<string, string>, person: string): string => ids.get(person) ?? person;

const make = <T>(ctx: AppContext, work: (em: EntityManager) => T): Promise<T> =>
  ctx.run(async ({ em }: Tx<'em'>) => work(em), undefined);

let files = 0;
const file = (em: EntityManager, owner: User | null): StoredFile =>
  makeStoredFile(em, {
    owner,
    name: `texte-${(files += 1)}.txt`,
    mimeType: 'text/plain',
    sizeBytes: 3,
    sha256: 'a'.repeat(64),
    ciphertextSha256: 'b'.repeat(64),
  });

/** The newest session of a person, as if they had proven nothing for hours. */
async function unproven(ctx: AppContext, token: string, userId: string): Promise<string> {
  await make(ctx, async (em) => {
    const session = await em.findOneOrFail(Session, { user: userId }, { orderBy: { id: 'desc' } });
    session.provenAt = null;
  });
  return token;
}

const doubtfulPush = {
  flow: 'PUSH',
  status: 'UNKNOWN',
  provider: 'SANDBOX_PUSH',
  currency: 'XOF',
  network: 'MTN',
  phoneLast4: '0042',
} as const;

/** Everything that one customer has, with their proofreader: an order in every state that a verb begins in, and what hangs on it. */
async function objectsOf(
  app: App,
  shared: Objects,
  [customerId, proofreaderId]: readonly [string, string],
): Promise<Objects> {
  const ctx = app.contextFor({ actor: system, requestId: 'matrix' });
  const made = await ctx.run(async (tx: Tx<'em' | 'now' | 'publish'>) => {
    const { em, now } = tx;
    const [customer, proofreader] = [em.getReference(User, customerId), em.getReference(User, proofreaderId)];
    const order = orderMaker(em, { customer, proofreader, now });
    const main = order('IN_PROGRESS', { dueAt: new Date('2027-12-01T17:00:00.000Z') });
    const late = order('IN_PROGRESS', { dueAt: now });
    const [, orderExtension] = makeOrderLife(em, { orders: [main, late], customerId, proofreaderId, now });
    const [manuscript, corrected, pdf, draft, attachment, avatar] = [
      file(em, customer),
      file(em, proofreader),
      file(em, null),
      file(em, customer),
      file(em, customer),
      file(em, customer),
    ];
    await em.nativeUpdate(User, { id: customerId }, { avatarFileId: avatar.id });
    em.create(OrderFile, { order: main, file: manuscript, role: 'MANUSCRIPT' });
    em.create(OrderFile, { order: main, file: corrected, role: 'CORRECTED' });
    const [completed, paid] = [order('COMPLETED'), order('PAID')];
    const delivery = em.create(Delivery, { order: completed, number: 1, deliveredAt: now });
    const [reference, paidManuscript] = [file(em, customer), file(em, customer)];
    em.create(OrderFile, { order: completed, file: reference, role: 'REFERENCE' });
    em.create(OrderFile, { order: paid, file: paidManuscript, role: 'MANUSCRIPT' });
    const payment = makePayment(em, {
      payer: customer,
      subjectId: main.id,
      status: 'PAID',
      providerSessionId: `cs_${newId()}`,
      checkoutUrl: 'https://www.example.org/',
      paidAt: now,
      expiresAt: now,
      failureReason: 'essai',
      refundDueReason: 'ALREADY_PAID',
      captureBefore: now,
      unknownSince: now,
      holdDecision: 'CAPTURE',
    });
    makePayment(em, { payer: customer, subjectId: main.id, checkoutUrl: 'https://www.example.org/' });
    const push = makePayment(em, { payer: customer, subjectId: main.id, ...doubtfulPush, unknownSince: now });
    const invoice = makeInvoice(em, {
      buyer: customer,
      subjectId: main.id,
      issuedAt: now,
      paidAt: now,
      sentAt: now,
      overdueAt: now,
      cancelledAt: now,
      document: soldDocument(),
      pdf,
    });
    const offline = { payer: customer, subjectId: main.id, provider: 'OFFLINE', status: 'PAID', paidAt: now } as const;
    const offlinePayment = makePayment(em, { ...offline, receivedOn: '2026-01-02', reference: 'CHQ-1' });
    makePayment(em, { ...offline, receivedOn: '2026-01-02', reference: 'CHQ-2', reversedAt: now });
    const invoiceLine = makeInvoiceLine(em, { invoice, description: 'Correction' });
    const pending = order('PENDING');
    const quotes = await makeQuotes(em, { customer, orderId: main.id, invoiceId: invoice.id, pdf, now });
    const invoiceDraft = makeInvoiceDraft(em, { buyer: customer, subjectId: pending.id, changedAt: now });
    em.create(Dispute, {
      payment: offlinePayment,
      status: 'LOST',
      provider: 'SANDBOX',
      providerDisputeId: `dp_${newId()}`,
      amountCents: 1_000,
      reason: 'fraudulent',
      respondBy: now,
      closedAt: now,
    });
    const refund = makeRefund(em, {
      payment,
      providerRefundId: `re_${newId()}`,
      failureReason: 'essai',
      succeededAt: now,
      paidOn: '2026-01-02',
      reference: 'VIR-1',
      creditNote: invoice,
      proofFile: pdf,
    });
    const failedRefund = makeRefund(em, { payment, status: 'FAILED' });
    const manualRefund = makeRefund(em, { payment, status: 'PENDING', isManual: true });
    em.create(WebhookEvent, {
      id: `evt_${main.id}`,
      provider: 'SANDBOX',
      type: 'charge.refunded',
      payload: { kind: 'IGNORED' },
      occurredAt: now,
      lastError: 'PAYMENT_UNAVAILABLE',
      paymentId: payment.id,
      appliedAt: now,
    });
    const reconciliation = em.create(Reconciliation, {
      status: 'COMPLETE',
      since: now,
      until: now,
      differences: 1,
      mended: 1,
      finishedAt: now,
    });
    em.create(ReconciliationDifference, {
      reconciliation,
      kind: 'PAYMENT',
      type: 'STATE',
      provider: 'SANDBOX',
      about: String(payment.providerSessionId),
      paymentId: payment.id,
      ours: 'PENDING',
      theirs: 'PAID',
      isMended: true,
    });
    const conversation = makeConversation(em, {
      participants: [customer, proofreader],
      contextId: main.id,
      lastMessageAt: now,
    });
    const message = makeMessage(em, { conversation, sender: customer, editedAt: now });
    em.create(MessageRevision, { message, content: 'Bonsoir' });
    em.create(MessageAttachment, { message, file: attachment });
    const [job, waitingJob] = (['FAILED', 'PENDING'] as const).map((state) =>
      em.create(Job, {
        id: newId(),
        kind: 'test.work',
        payload: {},
        state,
        runAt: now,
        lastError: 'essai',
        requestId: 'matrix',
        finishedAt: now,
      }),
    );
    const guestOrder = makeGuestOrder(em, { status: 'REVIEW', user: customer, reviewMessage: 'Combien\u202f?' });
    const ids = {
      guestOrder: guestOrder.id,
      user: customerId,
      proofreader: proofreaderId,
      order: main.id,
      pendingOrder: pending.id,
      francsOrder: order('PENDING', { currency: 'XOF' }).id,
      ...{ paidOrder: paid.id, paidManuscript: paidManuscript.id },
      ...{ delivery: delivery.id, reference: reference.id },
      reviewedOrder: order('AWAITING_REVIEW').id,
      differingOrder: order('AWAITING_REVIEW', { finalCents: 9_000_000, unit: 'PAGE', verifiedPages: 12 }).id,
      consultedOrder: order('AWAITING_CONSULTATION').id,
      unpaidOrder: order('PENDING').id,
      suspendedOrder: order('SUSPENDED', { suspendedFrom: 'PAID' }).id,
      orderExtension: String(orderExtension),
      ...{ manuscript: manuscript.id, corrected: corrected.id },
      pdf: pdf.id,
      attachment: attachment.id,
      avatar: avatar.id,
      file: draft.id,
      payment: payment.id,
      push: push.id,
      paymentSession: String(payment.providerSessionId),
      invoice: invoice.id,
      line: invoiceLine.id,
      draft: invoiceDraft.id,
      ...quotes,
      offlinePayment: offlinePayment.id,
      refund: refund.id,
      failedRefund: failedRefund.id,
      manualRefund: manualRefund.id,
      planSubscription: await makePlanSubscription(em, customer),
      reconciliation: reconciliation.id,
      webhookEvent: `SANDBOX:evt_${main.id}`,
      conversation: conversation.id,
      message: message.id,
      job: String(job?.id),
      waitingJob: String(waitingJob?.id),
      ...makePractice(em, { artisanUserId: proofreaderId, customerId, now }),
      ...(await makeCabinets(em, { customerId, proofreaderId, now })),
      ...makeTickets(em, { customerId, staffId: proofreaderId, orderId: main.id, now }),
      ...makeUpload(em, { customerId, now }),
      ...makeCards(em, customer),
      ...makeSignInMethods(em, customer, now),
      ...makePrivacy(em, customer, now),
      ...makeMails(em, customerId, now),
    };
    await notify(tx, {
      ...{ userId: customerId, title: 'Un mot', message: 'Bonjour', actionUrl: '/', data: { a: 1 } },
      expiresAt: new Date('2030-01-01'),
      dedupeKey: `matrix:${customerId}`,
    });
    publishEach(tx, ids, proofreaderId);
    return ids;
  }, undefined);
  const notification = await ctx.db
    .selectFrom('notification')
    .select('id')
    .where('user_id', '=', customerId)
    .executeTakeFirstOrThrow();
  const session = await make(ctx, (em) => em.findOneOrFail(Session, { user: customerId }));
  const plan = await make(ctx, (em) => em.findOneOrFail(Plan, { code: 'PRO' }));
  const item = await make(ctx, (em) =>
    em.findOneOrFail(PriceItem, { unit: 'PACK' }, { orderBy: { id: 'asc' }, limit: 1 } as never),
  );
  return { ...shared, ...made, notification: notification.id, session: session.id, priceItem: item.id, plan: plan.id };
}
