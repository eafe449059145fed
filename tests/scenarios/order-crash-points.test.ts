// @lane sqlite: dies between the steps of a delivery and of a cancellation; what a database keeps of a death, crash-points.test.ts has on both
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { User } from '../../src/entities/identity/user.entity.ts';
import { Order } from '../../src/entities/orders/order.entity.ts';
import { OrderFile } from '../../src/entities/orders/order-file.entity.ts';
import { receiveWebhook } from '../../src/services/billing/index.ts';
import { providersAble } from '../../src/services/adapters/payments/port.ts';
import { system, type Actor } from '../../src/services/access/actor.ts';
import { cancelOrder, deliverOrder } from '../../src/services/orders/index.ts';
import type { Tx } from '../../src/services/platform/context.ts';
import { makeActor } from '../support/make/actor.ts';
import { makePerson } from '../support/make/person.ts';
import { makeStoredFile } from '../support/make/stored-file.ts';
import { openCounting, unfinishedJobs, type Counting } from '../support/money.ts';
import { spawnModule } from '../support/processes/spawn.ts';
import { until } from '../support/until.ts';

let counting: Counting;
let ahead = 0;
let proofreader: Actor;
let admin: Actor;
beforeAll(async () => {
  counting = await openCounting({}, { now: () => new Date(Date.now() + ahead) });
  const people = await contextFor().run(async ({ em }: Tx<'em'>) => {
    const made = [makePerson(em, { role: 'PROOFREADER' }), makePerson(em, { role: 'ADMIN' })];
    await em.flush();
    return made.map(({ id }) => id);
  }, {});
  proofreader = makeActor(String(people[0]), { role: 'PROOFREADER', sessionId: null });
  admin = makeActor(String(people[1]), { role: 'ADMIN', sessionId: null });
});
afterAll(() => counting.close());

const contextFor = (actor: Actor = system) => counting.app.contextFor({ actor, requestId: 'again' });

async function finishAll(): Promise<void> {
  ahead = 30_000;
  await until(
    'nothing is left to do',
    async () => {
      await counting.app.worker.runDue();
      return (await unfinishedJobs(counting)).length === 0;
    },
    60_000,
  );
  ahead = 0;
}

/** An order that is paid on the page of the sandbox. */
async function placePaid(): Promise<string> {
  const [page] = await counting.openPages(1);
  const { body, signature } = await counting.checkout.pay(String(page));
  const provider = providersAble(counting.app.services.payments, 'events')[0]!;
  await receiveWebhook(contextFor(), { provider, rawBody: Buffer.from(body), signature });
  await finishAll();
  const { subject_id: orderId } = await contextFor()
    .db.selectFrom('payment')
    .select('subject_id')
    .where('provider_session_id', '=', String(page))
    .executeTakeFirstOrThrow();
  return orderId;
}

/** An order in progress, with a corrected file. */
async function atWork(orderId: string): Promise<string> {
  await contextFor().run(async ({ em }: Tx<'em'>) => {
    const order = await em.findOneOrFail(Order, { id: orderId });
    Object.assign(order, {
      status: 'IN_PROGRESS',
      progressPercent: 25,
      proofreader: em.getReference(User, String(proofreader.userId)),
    });
    em.create(OrderFile, { order, file: makeStoredFile(em, {}), role: 'CORRECTED' });
  }, {});
  return orderId;
}

/** All that a step leaves behind. */
async function traceOf(orderId: string) {
  const { db } = contextFor();
  const order = await db
    .selectFrom('customer_order')
    .select(['status', 'progress_percent'])
    .where('id', '=', orderId)
    .executeTakeFirstOrThrow();
  const files = await db.selectFrom('order_file').select('delivery_id').where('order_id', '=', orderId).execute();
  const refunds = await db
    .selectFrom('refund')
    .innerJoin('payment', 'payment.id', 'refund.payment_id')
    .select(['refund.status', 'refund.amount_cents as cents'])
    .where('payment.subject_id', '=', orderId)
    .execute();
  const steps = await db.selectFrom('order_event').select('kind').where('order_id', '=', orderId).execute();
  const mails = await db
    .selectFrom('email_delivery')
    .select(['template', 'data'])
    .where('template', 'in', ['corrected-file-ready', 'order-cancelled'])
    .execute();
  return {
    status: order.status,
    deliveries: (await db.selectFrom('delivery').select('id').where('order_id', '=', orderId).execute()).length,
    delivered: files.filter(({ delivery_id }) => delivery_id !== null).length,
    refunds: refunds.map(({ status, cents }) => [status, Number(cents)]),
    steps: steps.filter(({ kind }) => kind === 'DELIVERED' || kind === 'CANCELLED').length,
    mails: mails.filter(({ data }) => JSON.stringify(data).includes(orderId)).length,
  };
}

const nothing = { status: 'IN_PROGRESS', deliveries: 0, delivered: 0, refunds: [], steps: 0, mails: 0 };
const steps = {
  deliver: {
    by: () => proofreader,
    place: () => counting.placeOrder(),
    points: ['after-delivery'],
    again: (orderId: string) => contextFor(proofreader).run(deliverOrder, { orderId }),
    end: { ...nothing, status: 'COMPLETED', deliveries: 1, delivered: 1, steps: 1, mails: 1 },
  },
  cancel: {
    by: () => admin,
    place: placePaid,
    points: ['after-cancellation', 'after-refund-row'],
    again: (orderId: string) => cancelOrder(contextFor(admin), { orderId, reason: 'NO_PROOFREADER' }),
    end: { ...nothing, status: 'CANCELLED', refunds: [['SUCCEEDED', 26_250]], steps: 1, mails: 1 },
  },
} as const;

test.each(['deliver', 'cancel'] as const)(
  'a crash in the middle of “%s” leaves nothing behind, and the step can be taken again, once',
  async (name) => {
    const { by, place, points, again, end } = steps[name];
    for (const point of points) {
      const orderId = await atWork(await place());
      const { ended, output } = spawnModule('tests/support/processes/order-step.ts', {
        ...counting.environment,
        ACTOR: JSON.stringify(by()),
        ORDER_ID: orderId,
        STEP: name,
        CRASH_AT: point,
      });
      const ending = await ended;
      expect([point, ending, ending === 'SIGKILL' ? '' : output()]).toEqual([point, 'SIGKILL', '']);
      expect([point, await traceOf(orderId)]).toEqual([point, nothing]);
      await again(orderId);
      await finishAll();
      expect([point, await traceOf(orderId)]).toEqual([point, end]);
    }
  },
  120_000,
);
