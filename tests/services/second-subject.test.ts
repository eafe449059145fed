/** A second type of subject, known to this file alone: whatever the foundation does for orders it does for it. */
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { StoredFile } from '../../src/entities/files/stored-file.entity.ts';
import { subjectTables, ties } from '../../src/entities/tables.ts';
import type { Tables } from '../../src/entities/index.ts';
import type { Actor } from '../../src/services/access/actor.ts';
import { providersAble } from '../../src/services/adapters/payments/port.ts';
import { sandboxCheckoutOf } from '../../src/services/adapters/payments/sandbox/sandbox.ts';
import {
  billablePlanPeriod,
  getPayment,
  invoicesOf,
  openCheckout,
  paymentsOf,
  receiveWebhook,
  type Bill,
  type Billables,
  type BillableRules,
  billableInvoice,
} from '../../src/services/billing/index.ts';
import { processPaymentEvent } from '../../src/services/billing/tasks/process-payment-event.ts';
import { deleteFile, type IncomingFile } from '../../src/services/files/index.ts';
import { DomainError } from '../../src/services/kernel/errors.ts';
import { newId } from '../../src/services/kernel/ids.ts';
import { money } from '../../src/services/kernel/money.ts';
import type { Subject, SubjectType } from '../../src/services/kernel/subject.ts';
import {
  attachmentsOf,
  conversationsAbout,
  listenersOf,
  listMessages,
  mayReadAttachment,
  sendMessage,
  messagingTasks,
  type ConversationSource,
  syncConversationTask,
} from '../../src/services/messaging/index.ts';
import { billableGuestOrder, billableOrder } from '../../src/services/orders/index.ts';
import { billableBooking } from '../../src/services/scheduling/index.ts';
import type { AppContext, Db, Tx } from '../../src/services/platform/context.ts';
import { heldAmong, heldOf } from '../../src/services/platform/legal-holds.ts';
import { jsonFrom, writing } from '../../src/services/platform/orm/values.ts';
import { placeLegalHold } from '../../src/services/privacy/index.ts';
import type { World } from '../support/world.ts';
import { openMessagingEnvironment } from './messaging/messaging-environment.ts';

const type = 'COMMISSION' as SubjectType;

interface Commission {
  readonly id: string;
  readonly title: string;
  readonly clientId: string;
  readonly makerId: string;
  readonly isPaid: boolean;
}

async function find(db: Db, id: string): Promise<Commission | undefined> {
  const { rows } = await sql<Omit<Commission, 'isPaid'> & { isPaid: number }>`
    select id, title, client_id as ${sql.ref('clientId')}, maker_id as ${sql.ref('makerId')}, is_paid as ${sql.ref('isPaid')}
    from commission where id = ${id}`.execute(db);
  return rows[0] && { ...rows[0], isPaid: Number(rows[0].isPaid) === 1 };
}

const billOf = ({ id, title, clientId }: Commission): Bill => ({
  payer: { userId: clientId },
  description: title,
  total: money(12_000),
  lines: [{ description: title, quantity: 1, unit: '', gross: money(12_000) }],
  returnPath: `/commissions/${id}`,
});

const billableCommission: BillableRules = {
  ownerOf: async ({ em }, id) => (await find(writing(em).db, id))?.clientId ?? null,
  async describe({ em }, id) {
    const found = await find(writing(em).db, id);
    if (found === undefined) throw new DomainError('NOT_FOUND');
    return billOf(found);
  },
  async confirmPayment({ em }, { subjectId }) {
    const { db } = writing(em);
    const found = await find(db, subjectId);
    if (found === undefined) return { outcome: 'NOT_PAYABLE' };
    if (found.isPaid) return { outcome: 'ALREADY_PAID' };
    await sql`update commission set is_paid = 1 where id = ${subjectId}`.execute(db);
    return { outcome: 'PAID', bill: billOf(found) };
  },
};

const conversationAboutCommission: ConversationSource = {
  async topic(db, id) {
    const found = await find(db, id);
    if (found === undefined) return null;
    return { title: found.title, participantIds: [found.clientId, found.makerId], staffIds: [found.makerId] };
  },
  greeting: async (_tx, { joinedIds, isNew }) =>
    joinedIds.length > 0 && isNew ? { content: 'La commande est entre de bonnes mains.' } : null,
};

const billables: Billables = Object.assign(
  {
    ORDER: billableOrder,
    INVOICE: billableInvoice,
    PLAN_PERIOD: billablePlanPeriod,
    GUEST_ORDER: billableGuestOrder,
    BOOKING: billableBooking,
  },
  { [type]: billableCommission },
);
let env: Awaited<ReturnType<typeof openMessagingEnvironment>>;
let subject: Subject;

const contextFor = (actor?: Actor): AppContext => {
  const ctx = env.contextFor(actor);
  return { ...ctx, conversationSources: { ...ctx.conversationSources, [type]: conversationAboutCommission } };
};
const onlyRow = async ({ db }: Pick<World, 'db'>, table: keyof Tables): Promise<string> => {
  const { rows } = await sql<{ id: string }>`select id from ${sql.table(table)}`.execute(db);
  expect([table, rows.length]).toEqual([table, 1]);
  return (rows[0] as { id: string }).id;
};

beforeAll(async () => {
  env = await openMessagingEnvironment();
  subject = { type, id: newId() };
  const { customer, ines } = env.people;
  await env.world.run(async ({ em }: Tx<'em'>) => {
    const { db } = writing(em);
    await sql`create table commission (id char(36) not null primary key, title varchar(255) not null,
      client_id char(36) not null, maker_id char(36) not null, is_paid int not null default 0)`.execute(db);
  }, undefined);
  await env.world.run(async ({ em }: Tx<'em'>) => {
    await sql`insert into commission (id, title, client_id, maker_id)
      values (${subject.id}, 'Une enseigne peinte', ${customer.userId}, ${ines.userId})`.execute(writing(em).db);
  }, undefined);
  Object.assign(ties, { commission: [{ column: 'client_id', to: 'user' }] });
  Object.assign(subjectTables, { [type]: { table: 'commission', person: 'client_id' } });
});
afterAll(async () => {
  delete (subjectTables as Partial<typeof subjectTables>)[type];
  delete (ties as Record<string, unknown>)['commission'];
  await env.world.close();
});

test('it is paid for, and its buyer gets an invoice', async () => {
  const { customer, admin, stranger } = env.people;
  const { sessionId, paymentId } = await openCheckout(type, billableCommission)(contextFor(customer), {
    subjectId: subject.id,
  });
  const { payments } = env.contextFor();
  const event = await sandboxCheckoutOf(payments)?.pay(sessionId);
  if (event === undefined) throw new Error('The sandbox is the provider of tests');
  const { id: eventId } = JSON.parse(event.body) as { id: string };
  const [events] = providersAble(payments, 'events');
  if (events === undefined) throw new Error('The sandbox sends events');
  await receiveWebhook(contextFor(), {
    provider: events,
    rawBody: Buffer.from(event.body),
    signature: event.signature,
  });
  const { provider } = payments.current;
  expect(await processPaymentEvent(billables)(contextFor(), { provider, eventId })).toBe('APPLIED');
  expect(await find(env.world.db, subject.id)).toMatchObject({ isPaid: true });
  expect(await getPayment(contextFor(customer), paymentId)).toMatchObject({ status: 'PAID', subjectType: type });
  const subjects = { type, ids: [subject.id] };
  expect((await invoicesOf(contextFor(customer), subjects)).get(subject.id)).toMatchObject([
    { buyerId: customer.userId, gross: money(12_000) },
  ]);
  expect((await paymentsOf(contextFor(admin), subjects)).get(subject.id)).toMatchObject([{ id: paymentId }]);
  expect((await invoicesOf(contextFor(stranger), subjects)).get(subject.id)).toEqual([]);
  expect((await paymentsOf(contextFor(admin), { ...subjects, type: 'ORDER' })).get(subject.id)).toEqual([]);
});

test('it is talked about by those whom its module names, and files are attached to the conversation', async () => {
  const { customer, ines, stranger } = env.people;
  await env.world.run(({ enqueue }: Tx<'enqueue'>) => {
    enqueue(syncConversationTask, { subject });
    return Promise.resolve();
  }, undefined);
  const job = await env.world.db
    .selectFrom('job')
    .select('payload')
    .where('kind', '=', syncConversationTask.kind)
    .executeTakeFirstOrThrow();
  const sync = messagingTasks.find(({ definition }) => definition.kind === syncConversationTask.kind);
  await sync?.run(contextFor(), syncConversationTask.payload.parse(jsonFrom(job.payload)));
  const conversations = await conversationsAbout(contextFor(ines), { type, ids: [subject.id] });
  const conversation = conversations.get(subject.id);
  expect(conversation).toMatchObject({ subject: 'Une enseigne peinte', contextType: type });
  const conversationId = conversation?.id ?? '';
  expect((await conversationsAbout(contextFor(stranger), { type, ids: [subject.id] })).size).toBe(0);
  expect(
    await listenersOf(contextFor(), { conversationId, audience: 'ALL', people: [customer, ines, stranger] }),
  ).toEqual(new Set([customer.userId, ines.userId]));
  const sketch: IncomingFile = {
    filename: 'esquisse.txt',
    mimetype: 'text/plain',
    createReadStream: () => Readable.from([Buffer.from('Une enseigne, en bleu.')]),
  };
  const { id: messageId } = await sendMessage(contextFor(ines), {
    conversationId,
    content: 'Voici l’esquisse.',
    attachments: [Promise.resolve(sketch)],
  });
  const [file] = (await attachmentsOf(contextFor(customer), [messageId])).get(messageId) ?? [];
  expect(await mayReadAttachment(contextFor(customer), file?.id ?? '')).toBe(true);
  expect(await mayReadAttachment(contextFor(stranger), file?.id ?? '')).toBe(false);
  expect((await listMessages(contextFor(customer), { conversationId, first: 10 })).nodes).toMatchObject([
    { content: 'Voici l’esquisse.', senderId: ines.userId },
    { content: 'La commande est entre de bonnes mains.', senderId: null },
  ]);
});

test('a legal hold on it reaches its payment, invoice, conversation and attached file, and names its client', async () => {
  const { admin, customer, ines } = env.people;
  const parts = ['payment', 'invoice', 'conversation', 'message_attachment', 'stored_file'] as const;
  const held = async () =>
    Promise.all(
      parts.map(async (table) => (await heldAmong(env.world.db, table, [await onlyRow(env.world, table)])).length),
    );
  expect(await held()).toEqual([0, 0, 0, 0, 0]);
  const { personId } = await env.world.run(
    placeLegalHold,
    { targetType: type, targetId: subject.id, reason: 'Litige' },
    admin,
  );
  expect(personId).toBe(customer.userId);
  expect(await held()).toEqual([1, 1, 1, 1, 1]);
  expect(await heldOf(env.world.db, customer.userId as string)).toEqual([subject.id]);
  const fileId = await onlyRow(env.world, 'stored_file');
  await expect(deleteFile(contextFor(ines), { fileId })).rejects.toMatchObject({ code: 'LEGAL_HOLD' });
  expect(
    await env.world.run(({ em }: Tx<'em'>) => em.count(StoredFile, { id: fileId, deletedAt: null }), undefined),
  ).toBe(1);
});
