import type { OrderStatus } from '../../../entities/orders/order.entity.ts';
import type { Currency } from '../../kernel/money.ts';
import { instantFrom, numberFrom } from '../../platform/orm/values.ts';
import type { Db } from '../../platform/context.ts';

/** The rows behind the figures, read whole: every figure is computed from them again, one by one, without a condition of SQL. */
export interface BruteOrder {
  readonly id: string;
  readonly status: OrderStatus;
  readonly proofreaderId: string | null;
  readonly currency: Currency;
  readonly total: number;
  readonly estimated: number | null;
  readonly final: number | null;
  readonly declared: number | null;
  readonly measured: number | null;
  readonly verified: number | null;
  readonly revisionsLeft: number;
  readonly createdAt: Date;
  readonly paidAt: Date | null;
  readonly startedAt: Date | null;
  readonly completedAt: Date | null;
  readonly cancelledAt: Date | null;
  readonly dueAt: Date | null;
  readonly isAccepted: boolean;
  readonly isDemo: boolean;
}

/** Money that came (positive) or went back (negative): at an instant, or on a local day that somebody wrote down. */
export interface BruteMovement {
  readonly paymentId: string;
  readonly currency: Currency;
  readonly cents: number;
  readonly at: Date | null;
  readonly on: string | null;
}

export interface BrutePayment {
  readonly id: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly provider: string;
  readonly paidCents: number;
  readonly refundedCents: number;
}

export interface BruteUser {
  readonly id: string;
  readonly role: string;
  readonly status: string;
  readonly createdAt: Date;
}

export interface BruteTicket {
  readonly status: string;
  readonly isAnswered: boolean;
  readonly isWaiting: boolean;
  readonly firstResponseDueAt: Date | null;
  readonly resolutionDueAt: Date | null;
}

export interface BruteRows {
  /** Of orders that are no demo's. */
  readonly deliveries: readonly { readonly isAccepted: boolean; readonly rating: number | null }[];
  readonly tickets: readonly BruteTicket[];
  readonly orders: readonly BruteOrder[];
  readonly payments: readonly BrutePayment[];
  readonly movements: readonly BruteMovement[];
  readonly invoices: readonly {
    readonly id: string;
    readonly subjectType: string;
    readonly subjectId: string;
    readonly isOwing: boolean;
    readonly currency: Currency;
    readonly balance: number;
    readonly dueOn: string;
  }[];
  readonly guests: readonly { readonly createdAt: Date; readonly isPlaced: boolean }[];
  readonly users: readonly BruteUser[];
  readonly messages: readonly {
    readonly conversationId: string;
    readonly senderId: string | null;
    readonly visitorId: string | null;
    readonly at: Date;
  }[];
  readonly conversations: readonly { readonly id: string; readonly lastMessageAt: Date }[];
}

const at = (value: Parameters<typeof instantFrom>[0]): Date | null => (value === null ? null : instantFrom(value));
const numeric = (value: unknown): number | null => (value === null ? null : numberFrom(value));

export const readRows = async (db: Db): Promise<BruteRows> => ({
  orders: await readOrders(db),
  ...(await readMoney(db)),
  invoices: await readInvoices(db),
  guests: (await db.selectFrom('guest_order').select(['created_at', 'order_id']).execute()).map((row) => ({
    ...{ createdAt: instantFrom(row.created_at), isPlaced: row.order_id !== null },
  })),
  users: (await db.selectFrom('user').select(['id', 'role', 'status', 'created_at']).execute()).map((row) => ({
    ...{ id: row.id, role: row.role, status: row.status, createdAt: instantFrom(row.created_at) },
  })),
  ...(await readMessages(db)),
  deliveries: await readDeliveries(db),
  tickets: await readTickets(db),
});

async function readOrders(db: Db): Promise<BruteOrder[]> {
  const accepted = await db
    .selectFrom('order_event')
    .select('order_id')
    .where('kind', '=', 'DELIVERY_ACCEPTED')
    .execute();
  const isAccepted = new Set(accepted.map(({ order_id }) => order_id));
  return (await db.selectFrom('customer_order').selectAll().execute()).map((row) => ({
    ...{ id: row.id, status: row.status, proofreaderId: row.proofreader_id, currency: row.currency },
    ...{ total: numberFrom(row.total_cents), estimated: numeric(row.estimated_cents), final: numeric(row.final_cents) },
    ...{ declared: row.declared_pages, measured: row.measured_pages, verified: row.verified_pages },
    ...{ revisionsLeft: row.revisions_left, createdAt: instantFrom(row.created_at), paidAt: at(row.paid_at) },
    ...{ startedAt: at(row.started_at), completedAt: at(row.completed_at), cancelledAt: at(row.cancelled_at) },
    ...{ dueAt: at(row.due_at), isAccepted: isAccepted.has(row.id) },
    isDemo: Boolean(row.is_demo),
  }));
}

async function readDeliveries(db: Db): Promise<BruteRows['deliveries']> {
  const demos = await db.selectFrom('customer_order').select(['id', 'is_demo']).execute();
  const ofDemo = new Set(demos.filter(({ is_demo }) => Boolean(is_demo)).map(({ id }) => id));
  const rows = await db.selectFrom('delivery').select(['order_id', 'status', 'rating']).execute();
  return rows
    .filter(({ order_id }) => !ofDemo.has(order_id))
    .map(({ status, rating }) => ({ isAccepted: status === 'ACCEPTED', rating }));
}

async function readMoney(db: Db): Promise<Pick<BruteRows, 'payments' | 'movements'>> {
  const payments = await db.selectFrom('payment').selectAll().execute();
  const refunds = await db.selectFrom('refund').selectAll().execute();
  const reversals = await db.selectFrom('payment_reversal').selectAll().execute();
  const disputes = await db.selectFrom('dispute').selectAll().execute();
  const moved = (row: { readonly currency: Currency; readonly amount_cents: unknown }, sign: number) => ({
    currency: row.currency,
    cents: sign * numberFrom(row.amount_cents),
  });
  return {
    payments: payments.map((row) => ({
      ...{ id: row.id, subjectType: row.subject_type, subjectId: row.subject_id, provider: row.provider },
      paidCents: row.paid_at === null ? 0 : numberFrom(row.amount_cents),
      refundedCents: row.paid_at === null ? 0 : numberFrom(row.refunded_cents),
    })),
    movements: [
      ...payments
        .filter(({ paid_at }) => paid_at !== null)
        .map((row) => ({ paymentId: row.id, ...moved(row, 1), ...placed(at(row.paid_at), row.received_on) })),
      ...refunds
        .filter(({ status }) => status === 'SUCCEEDED')
        .map((row) => ({ paymentId: row.payment_id, ...moved(row, -1), ...placed(at(row.succeeded_at), row.paid_on) })),
      ...reversals.map((row) => ({ paymentId: row.payment_id, ...moved(row, -1), ...placed(at(row.at), null) })),
      ...disputes
        .filter(({ status }) => status === 'LOST')
        .map((row) => ({ paymentId: row.payment_id, ...moved(row, -1), ...placed(at(row.closed_at), null) })),
    ],
  };
}

/** A day that somebody wrote down comes before the instant at which they did. */
const placed = (instant: Date | null, day: string | null): Pick<BruteMovement, 'at' | 'on'> =>
  day === null ? { at: instant, on: null } : { at: null, on: day };

const readTickets = async (db: Db): Promise<BruteTicket[]> =>
  (await db.selectFrom('ticket').selectAll().execute()).map((row) => ({
    ...{ status: row.status, isAnswered: row.first_response_at !== null, isWaiting: row.waiting_since !== null },
    ...{ firstResponseDueAt: at(row.first_response_due_at), resolutionDueAt: at(row.resolution_due_at) },
  }));

const owing: readonly string[] = ['GENERATED', 'SENT', 'OVERDUE'];

const readInvoices = async (db: Db): Promise<BruteRows['invoices']> =>
  (await db.selectFrom('invoice').selectAll().execute()).map((row) => ({
    ...{ id: row.id, subjectType: row.subject_type, subjectId: row.subject_id, currency: row.currency },
    ...{ balance: numberFrom(row.balance_cents), dueOn: row.due_on },
    isOwing: owing.includes(row.status) && row.kind !== 'CREDIT_NOTE' && numberFrom(row.balance_cents) > 0,
  }));

async function readMessages(db: Db): Promise<Pick<BruteRows, 'messages' | 'conversations'>> {
  const messages = await db
    .selectFrom('message')
    .select(['id', 'conversation_id', 'sender_id', 'visitor_id', 'created_at', 'deleted_at', 'audience'])
    .orderBy('id')
    .execute();
  const conversations = await db.selectFrom('conversation').select(['id', 'last_message_at']).execute();
  return {
    messages: messages
      .filter(({ deleted_at, audience }) => deleted_at === null && audience === 'ALL')
      .map((row) => ({
        conversationId: row.conversation_id,
        senderId: row.sender_id,
        visitorId: row.visitor_id,
        at: instantFrom(row.created_at),
      })),
    conversations: conversations.map((row) => ({ id: row.id, lastMessageAt: instantFrom(row.last_message_at) })),
  };
}
