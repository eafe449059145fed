import { createHmac } from 'node:crypto';
import type { App } from '../../src/app.ts';
import { PlanPeriod } from '../../src/entities/billing/plan-period.entity.ts';
import { PlanSubscription } from '../../src/entities/billing/plan-subscription.entity.ts';
import { User } from '../../src/entities/identity/user.entity.ts';
import {
  sandboxCheckoutOf,
  type SandboxCheckout,
  type SignedEvent,
} from '../../src/services/adapters/payments/sandbox/sandbox.ts';
import { system, type Actor } from '../../src/services/access/actor.ts';
import { choosePlan, openCheckout, paySubscription, seedPlans } from '../../src/services/billing/index.ts';
import type { Clock } from '../../src/services/kernel/clock.ts';
import { billableOrder } from '../../src/services/orders/index.ts';
import type { Config } from '../../src/services/platform/config.ts';
import type { Tx } from '../../src/services/platform/context.ts';
import { auditVerdict } from './audit-log.ts';
import { wrongBalances } from './balances.ts';
import type { TestDatabase } from './database.ts';
import { openTestEnvironment } from './environment.ts';
import { makePerson } from './make/person.ts';
import { makeOrder } from './make/order.ts';
import { makeActor } from './make/actor.ts';

/** An application without entry points, for preparing payments and for looking at what is left of them. */
export interface Counting {
  readonly database: TestDatabase;
  readonly config: Config;
  readonly app: App;
  readonly checkout: SandboxCheckout;
  /** Who buys everything. */
  readonly buyerId: string;
  /** What a server process needs in its environment. */
  readonly environment: Record<string, string>;
  /** An order that nobody has begun to pay. */
  placeOrder(): Promise<string>;
  /** Opens the payment page of so many new orders; answers their session ids. */
  openPages(count: number): Promise<string[]>;
  /** So many people choose a plan, each another person, and open its payment page; answers their session ids. */
  openPlanPages(count: number): Promise<string[]>;
  close(): Promise<void>;
}

export async function openCounting(more: Record<string, string> = {}, clock?: Clock): Promise<Counting> {
  const environment = { RATE_LIMIT_SCALE: '100000', CONNECTIONS_PER_ADDRESS: '4000', LOG_LEVEL: 'warn', ...more };
  const { app, config, database, contextFor, close } = await openTestEnvironment({
    isServed: false,
    environment,
    logLevel: 'warn',
    ...(clock ? { clock } : {}),
  });
  const ctx = contextFor();
  const checkout = sandboxCheckoutOf(app.services.payments) as SandboxCheckout;
  const buyer = await ctx.run(async ({ em }: Tx<'em'>) => {
    const user = makePerson(em, {
      firstName: 'Hélène',
      lastName: 'Noël',
    });
    await em.flush();
    return user.id;
  }, {});
  const actor: Actor = makeActor(buyer, { sessionId: null });
  return {
    database,
    config,
    app,
    checkout,
    buyerId: buyer,
    environment: {
      TEST_DATABASE: JSON.stringify(database.settings),
      DATA_DIR: config.dataDir,
      KEYS_DIR: config.keysDir,
      PORT: '0',
      BCRYPT_ROUNDS: '4',
      ...(database.settings.url === undefined ? {} : { DATABASE_URL: database.settings.url }),
      ...environment,
    },
    placeOrder: async () => String((await ctx.run(placeOrders, { count: 1, buyer }))[0]),
    openPages: async (count) => {
      const ids = await ctx.run(placeOrders, { count, buyer });
      const pages: string[] = [];
      for (const subjectId of ids) {
        const { sessionId } = await openCheckout('ORDER', billableOrder)(contextFor(actor), { subjectId });
        pages.push(sessionId);
      }
      return pages;
    },
    openPlanPages: async (count) => {
      await seedPlans(ctx, undefined);
      const pages: string[] = [];
      for (const [i, id] of (await ctx.run(addPeople, { count })).entries()) {
        const subscriber = contextFor(makeActor(id, { sessionId: null }));
        await subscriber.run(choosePlan, { plan: 'PRO', interval: 'MONTH', currency: 'EUR' });
        if (i % 2 === 1) await ctx.run(beginBefore, { personId: id });
        pages.push(String((await paySubscription(subscriber, { family: 'ARTISAN' })).sessionId));
      }
      return pages;
    },
    close,
  };
}

async function addPeople({ em }: Tx<'em'>, { count }: { count: number }): Promise<string[]> {
  const people = Array.from({ length: count }, (_, i) => makePerson(em, { email: `subscriber-${i}@exemple.fr` }));
  await em.flush();
  return people.map(({ id }) => id);
}

/** What was chosen has been in force: the period that is due today is a renewal. */
async function beginBefore({ em }: Tx<'em'>, { personId }: { personId: string }): Promise<void> {
  const period = await em.findOneOrFail(PlanPeriod, { person: personId });
  const subscription = await em.findOneOrFail(PlanSubscription, { person: personId });
  Object.assign(subscription, {
    status: 'ACTIVE',
    expiresAt: null,
    startedOn: '2020-01-01',
    paidUntil: period.startsOn,
  });
}

async function placeOrders({ em }: Tx<'em'>, { count, buyer }: { count: number; buyer: string }): Promise<string[]> {
  const orders = Array.from({ length: count }, (_, i) =>
    makeOrder(em, {
      customer: em.getReference(User, buyer),
      title: `Roman ${i}`,
    }),
  );
  await em.flush();
  return orders.map(({ id }) => id);
}

/** The same event with one byte changed, or signed too long ago. */
export const forged = ({ body, signature }: SignedEvent): SignedEvent => ({
  body: body.replace('"livemode":false', '"livemode":true'),
  signature,
});

export const stale = (event: SignedEvent, secret: string): SignedEvent => signedAt(event, secret, Date.now() - 400_000);

/** The same event, signed at another instant: a provider signs each time it sends. */
export function signedAt({ body }: SignedEvent, secret: string, milliseconds: number): SignedEvent {
  const at = Math.floor(milliseconds / 1_000);
  return { body, signature: `t=${at},v1=${createHmac('sha256', secret).update(`${at}.${body}`).digest('hex')}` };
}

/** The orders, payments and invoices, as the database alone has them. */
export interface Books {
  readonly orders: Record<string, number>;
  readonly payments: Record<string, number>;
  readonly events: Record<string, number>;
  /** Numbers are those of the whole series, in which deposit invoices stand too. */
  readonly invoices: { readonly count: number; readonly numbers: string; readonly subjects: number };
  /** `wrong`: what of an invoice went back without a credit note, was credited twice, or was paid back twice. */
  readonly creditNotes: { readonly count: number; readonly numbers: string; readonly wrong: readonly string[] };
  /** Invoices whose balance is not that of their allocations. */
  readonly wrongBalances: readonly string[];
  readonly unfinishedJobs: readonly string[];
  readonly auditLog: string;
}

export async function readBooks({ app, config }: Pick<Counting, 'app' | 'config'>): Promise<Books> {
  const { db } = app.contextFor({ actor: system, requestId: 'books' });
  const count = async (table: 'customer_order' | 'payment' | 'webhook_event'): Promise<Record<string, number>> => {
    const rows = await db
      .selectFrom(table)
      .select(({ fn }) => ['status', fn.countAll<number>().as('n')])
      .groupBy('status')
      .execute();
    return Object.fromEntries(rows.map(({ status, n }) => [status, Number(n)]));
  };
  const issued = await db
    .selectFrom('invoice')
    .select(['kind', 'sequence', 'subject_id'])
    .orderBy('sequence')
    .execute();
  const invoices = issued.filter(({ kind }) => kind === 'INVOICE');
  const creditNotes = issued.filter(({ kind }) => kind === 'CREDIT_NOTE');
  return {
    orders: await count('customer_order'),
    payments: await count('payment'),
    events: await count('webhook_event'),
    invoices: {
      count: invoices.length,
      numbers: numbersOf(issued.filter(({ kind }) => kind !== 'CREDIT_NOTE')),
      subjects: new Set(invoices.map(({ subject_id }) => subject_id)).size,
    },
    creditNotes: {
      count: creditNotes.length,
      numbers: numbersOf(creditNotes),
      wrong: await wronglyCredited({ app }),
    },
    wrongBalances: await wrongBalances(db),
    unfinishedJobs: await unfinishedJobs({ app }),
    auditLog: await auditVerdict(db, config),
  };
}

function numbersOf(issued: readonly { readonly sequence: unknown }[]): string {
  const sequences = issued.map(({ sequence }) => Number(sequence));
  return sequences.every((sequence, i) => sequence === i + 1) ? `1..${sequences.length}` : sequences.join(' ');
}

/** Each invoice and payment whose sums cannot all be true: no money goes back without its credit note, and none twice. */
async function wronglyCredited({ app }: Pick<Counting, 'app'>): Promise<string[]> {
  const { db } = app.contextFor({ actor: system, requestId: 'books' });
  const invoices = await db.selectFrom('invoice').selectAll().execute();
  const payments = await db.selectFrom('payment').selectAll().execute();
  const refunds = await db.selectFrom('refund').selectAll().where('status', '=', 'SUCCEEDED').execute();
  const disputes = await db.selectFrom('dispute').selectAll().where('status', '=', 'LOST').execute();
  return [
    ...invoices.flatMap(({ id, number, kind, status, gross_cents, credited_cents, refunded_cents }) => {
      const [gross, credited, back] = [Number(gross_cents), Number(credited_cents), Number(refunded_cents)];
      const notes = sumOf(invoices.filter(({ corrects_id }) => corrects_id === id).map((note) => note.gross_cents));
      const isCancelled = kind !== 'CREDIT_NOTE' && credited > 0 && credited === gross;
      const isRight =
        back <= credited && credited === notes && notes <= gross && (status === 'CANCELLED') === isCancelled;
      return isRight ? [] : [`${number}: ${back} back, ${credited} credited, ${notes} in credit notes, ${status}`];
    }),
    ...payments.flatMap(({ id, amount_cents, refunded_cents }) => {
      const of = (rows: readonly { payment_id: string; amount_cents: unknown }[]): number =>
        sumOf(rows.filter(({ payment_id }) => payment_id === id).map((row) => row.amount_cents));
      const [back, lost] = [of(refunds), of(disputes)];
      const isRight = back === Number(refunded_cents) && back + lost <= Number(amount_cents);
      return isRight ? [] : [`${id}: ${back} back, ${String(refunded_cents)} said, ${lost} lost`];
    }),
  ];
}

const sumOf = (cents: readonly unknown[]): number => cents.reduce<number>((sum, one) => sum + Number(one), 0);

/** The jobs that are neither done nor cancelled, each with its last error. */
export async function unfinishedJobs({ app }: Pick<Counting, 'app'>): Promise<string[]> {
  const jobs = await app
    .contextFor({ actor: system, requestId: 'books' })
    .db.selectFrom('job')
    .select(['kind', 'state', 'last_error'])
    .where('state', 'not in', ['COMPLETED', 'CANCELLED'])
    .execute();
  return jobs.map(({ kind, state, last_error }) => `${kind} ${state} ${last_error ?? ''}`);
}
