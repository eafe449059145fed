import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { instantAt } from '../../../src/services/kernel/business-time.ts';
import { newId } from '../../../src/services/kernel/ids.ts';
import {
  answerExtension,
  cancelOrder,
  listLateOrders,
  requestExtension,
  resumeOrder,
  setDueDate,
  suspendOrder,
} from '../../../src/services/orders/index.ts';
import { orderPaid } from '../../../src/services/orders/events.ts';
import { attachOrderFile } from '../../../src/services/orders/attach-order-file.ts';
import { OrderFile } from '../../../src/entities/orders/order-file.entity.ts';
import { startMissedDeadlinesTask } from '../../../src/services/orders/deadlines/start-deadline.ts';
import { markLateTask } from '../../../src/services/orders/deadlines/mark-late.ts';
import { remindDueTask } from '../../../src/services/orders/deadlines/remind-due.ts';
import { remindManuscriptTask } from '../../../src/services/orders/deadlines/remind-manuscript.ts';
import type { Tx } from '../../../src/services/platform/context.ts';
import type { TaskDefinition } from '../../../src/services/platform/task.ts';
import { instantFrom } from '../../../src/services/platform/orm/values.ts';
import { everything } from '../../../src/services/platform/selection.ts';
import { testClock } from '../../support/clock.ts';
import { openTestEnvironment, type AppEnvironment } from '../../support/environment.ts';
import { makeStoredFile } from '../../support/make/stored-file.ts';
import { codeOf, order, person, type OrderMaking, type Person } from './orders-fixture.ts';

const zone = 'Europe/Paris';
const at = (date: string, time = '09:00'): Date => instantAt(date, time, zone);
const clock = testClock(at('2026-11-30'));

let env: AppEnvironment;
let customer: Person;
let proofreader: Person;
let admin: Person;
beforeAll(async () => {
  env = await openTestEnvironment({ isServed: false, clock });
  customer = await person(env);
  proofreader = await person(env, 'PROOFREADER');
  admin = await person(env, 'ADMIN');
});
afterAll(() => env.close());

const make = (more: Partial<OrderMaking>) =>
  order(env, { customer, proofreader, status: 'IN_PROGRESS', paidAt: clock.now(), ...more });
const work = () => env.app.worker.runDue();
const stored = (id: string) =>
  env.db.selectFrom('customer_order').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const dueOf = async (id: string): Promise<Date | null> => {
  const { due_at } = await stored(id);
  return due_at === null ? null : instantFrom(due_at);
};
const stepsOf = async (id: string) =>
  (
    await env.db
      .selectFrom('order_event')
      .select('kind')
      .where('order_id', '=', id)
      .orderBy('created_at')
      .orderBy('id')
      .execute()
  ).map(({ kind }) => kind);

/** Mails about an order, as `template to whom`, since the last look. */
const seen = new Set<string>();
async function mailsAbout(id: string): Promise<string[]> {
  const reference = `SL-${id.slice(-8).toUpperCase()}`;
  const rows = await env.db.selectFrom('email_delivery').select(['id', 'template', 'recipient_id', 'data']).execute();
  const names = new Map([
    [customer.id, 'customer'],
    [proofreader.id, 'proofreader'],
    [admin.id, 'admin'],
  ]);
  return rows
    .filter((row) => !seen.has(row.id) && JSON.stringify(row.data).includes(reference))
    .map((row) => {
      seen.add(row.id);
      return `${row.template} ${names.get(row.recipient_id ?? '')}`;
    })
    .sort();
}

async function morning(date: string, task: TaskDefinition<Record<string, never>> = remindDueTask): Promise<void> {
  clock.set(at(date));
  await env.run(async ({ enqueue }: Tx<'enqueue'>) => enqueue(task, {}), undefined);
  await work();
}

const addManuscript = (orderId: string) =>
  env.run(
    async (tx: Parameters<typeof attachOrderFile>[0]) => {
      const file = makeStoredFile(tx.em, {});
      await attachOrderFile(tx, { orderId, role: 'MANUSCRIPT', file });
    },
    undefined,
    customer.actor,
  );

describe('when an order is due', () => {
  const pay = (orderId: string) =>
    env.run(
      async ({ emit }: Tx<'emit'>) => emit(orderPaid, { orderId, customerId: customer.id, paymentId: newId() }),
      undefined,
    );

  test('ten working days after the later of payment and manuscript, at 18:00, once', async () => {
    clock.set(at('2026-11-27'));
    const { id } = await make({ status: 'PAID' });
    await pay(id);
    await work();
    expect(await dueOf(id)).toBeNull();
    clock.set(at('2026-11-30'));
    await addManuscript(id);
    await work();
    expect(await dueOf(id)).toEqual(at('2026-12-14', '18:00'));
    clock.set(at('2026-12-02'));
    await addManuscript(id);
    await pay(id);
    await work();
    expect(await dueOf(id)).toEqual(at('2026-12-14', '18:00'));
    expect(await stepsOf(id)).toEqual(['FILE_ADDED', 'DUE_DATE_SET', 'FILE_ADDED']);
  });

  test('orders of before due dates were kept get theirs at night, none of which is over already', async () => {
    clock.set(at('2026-11-30'));
    const paid = (date: string) => make({ status: 'PAID', paidAt: at(date) });
    const [old, recent, empty] = [await paid('2026-06-01'), await paid('2026-11-26'), await paid('2026-06-01')];
    for (const { id } of [old, recent])
      await env.run(
        async ({ em }: Tx<'em'>) => {
          const file = makeStoredFile(em, {});
          em.create(OrderFile, { order: id, file, role: 'MANUSCRIPT', createdAt: at('2026-06-02') });
        },
        undefined,
        customer.actor,
      );
    await morning('2026-11-30', startMissedDeadlinesTask);
    expect(await dueOf(old.id)).toEqual(at('2026-12-14', '18:00'));
    expect(await dueOf(recent.id)).toEqual(at('2026-12-10', '18:00'));
    expect(await dueOf(empty.id)).toBeNull();
  });

  test('an urgent order has its shorter time, over the holidays too', async () => {
    clock.set(at('2026-12-23'));
    const { id } = await make({ status: 'PAID', priority: 'URGENT', rushWorkingDays: 3 });
    await addManuscript(id);
    await work();
    expect(await dueOf(id)).toEqual(at('2026-12-29', '18:00'));
  });

  test('a manuscript that arrives while the order is suspended begins its time when it resumes', async () => {
    clock.set(at('2026-11-30'));
    const { id } = await make({});
    await env.run(suspendOrder, { orderId: id }, admin.actor);
    await addManuscript(id);
    await work();
    expect(await dueOf(id)).toBeNull();
    await env.run(resumeOrder, { orderId: id }, admin.actor);
    await work();
    expect(await dueOf(id)).not.toBeNull();
  });

  test('an admin moves it; the past, a Sunday at three, a night and a far year are refused', async () => {
    clock.set(at('2026-11-30'));
    const { id } = await make({ dueAt: at('2026-12-04', '18:00') });
    const set = (dueAt: Date, actor = admin.actor) => codeOf(env.run(setDueDate, { orderId: id, dueAt }, actor));
    for (const [wrong, rule] of [
      [at('2026-11-29', '18:00'), 'future'],
      [at('2026-12-06', '03:00'), 'isWorkingDay'],
      [at('2026-12-25', '18:00'), 'isWorkingDay'],
      [at('2026-12-07', '03:00'), 'isWorkingTime'],
      [at('2036-12-08', '18:00'), 'maxDate'],
    ] as const)
      await expect(env.run(setDueDate, { orderId: id, dueAt: wrong }, admin.actor)).rejects.toMatchObject({
        code: 'INPUT_INVALID',
        details: { fields: [{ path: 'input.dueAt', rules: [rule] }] },
      });
    expect(await set(at('2026-12-07', '18:00'), proofreader.actor)).toBe('FORBIDDEN');
    expect(await dueOf(id)).toEqual(at('2026-12-04', '18:00'));
    await set(at('2026-12-07', '12:00'));
    await work();
    expect(await dueOf(id)).toEqual(at('2026-12-07', '12:00'));
    expect(await mailsAbout(id)).toEqual(['order-extended customer']);
    // An earlier one is no extension.
    await set(at('2026-12-03', '12:00'));
    await work();
    expect(await mailsAbout(id)).toEqual([]);
    const { id: unpaid } = await make({ status: 'PENDING' });
    expect(await codeOf(env.run(setDueDate, { orderId: unpaid, dueAt: at('2026-12-07') }, admin.actor))).toBe(
      'ACTION_NOT_ALLOWED',
    );
  });
});

describe('reminders', () => {
  test('on working days before and after, each once for a due date; a moved one is planned anew', async () => {
    const { id } = await make({ dueAt: at('2026-12-07', '18:00') });
    for (const [date, expected] of [
      ['2026-12-01', []],
      ['2026-12-02', ['order-due-soon proofreader']],
      ['2026-12-02', []],
      ['2026-12-03', []],
      // The working day before a Monday.
      ['2026-12-04', ['order-due-soon proofreader']],
      ['2026-12-05', []],
      ['2026-12-07', []],
      ['2026-12-08', ['order-late admin', 'order-late proofreader', 'order-late-customer customer']],
      ['2026-12-09', []],
    ] as const) {
      await morning(date);
      expect([date, await mailsAbout(id)]).toEqual([date, expected]);
    }
    await env.run(setDueDate, { orderId: id, dueAt: at('2026-12-14', '18:00') }, admin.actor);
    await work();
    expect(await mailsAbout(id)).toEqual(['order-extended customer']);
    await morning('2026-12-11');
    expect(await mailsAbout(id)).toEqual(['order-due-soon proofreader']);
    await morning('2026-12-15');
    expect(await mailsAbout(id)).toHaveLength(3);
  });

  test('none for what is suspended, delivered, or assigned to nobody; who is assigned later is reminded then', async () => {
    const dueAt = at('2026-12-04', '18:00');
    clock.set(at('2026-12-02'));
    const orders = [
      await make({ dueAt, status: 'SUSPENDED', suspendedFrom: 'PAID' }),
      await make({ dueAt, status: 'COMPLETED' }),
      await order(env, { customer, status: 'PAID', paidAt: clock.now(), dueAt }),
    ] as const;
    await morning('2026-12-03');
    for (const { id } of orders) expect(await mailsAbout(id)).toEqual([]);
    const [, , unassigned] = orders;
    await env.db
      .updateTable('customer_order')
      .set({ proofreader_id: proofreader.id })
      .where('id', '=', unassigned.id)
      .execute();
    await morning('2026-12-04');
    expect(await mailsAbout(unassigned.id)).toEqual(['order-due-soon proofreader']);
  });

  test('a paid order without a manuscript is asked for it after one day and after three', async () => {
    clock.set(at('2026-11-30', '17:00'));
    const { id } = await make({ status: 'PAID' });
    for (const [date, expected] of [
      ['2026-11-30', []],
      ['2026-12-01', ['manuscript-missing customer']],
      ['2026-12-02', []],
      ['2026-12-03', ['manuscript-missing customer']],
      ['2026-12-04', []],
    ] as const) {
      await morning(date, remindManuscriptTask);
      expect([date, await mailsAbout(id)]).toEqual([date, expected]);
    }
  });
});

describe('late orders', () => {
  test('late from the instant on: on the board at once, marked once, not late any more when moved or given up', async () => {
    const dueAt = at('2026-12-10', '18:00');
    clock.set(at('2026-12-10', '17:59'));
    const { id } = await make({ dueAt, status: 'PAID' });
    const board = async () =>
      (await listLateOrders(env.contextFor(admin.actor), { first: 100, zone }, everything)).nodes.filter(
        ({ order: { id: one } }) => one === id,
      );
    expect(await board()).toEqual([]);
    clock.set(dueAt);
    expect(await board()).toMatchObject([{ daysLate: 0, reason: 'NOT_STARTED', nextStep: 'START' }]);
    expect(await board()).toMatchObject([{ order: { isLate: true } }]);
    await env.run(async ({ enqueue }: Tx<'enqueue'>) => enqueue(markLateTask, {}), undefined);
    await env.run(async ({ enqueue }: Tx<'enqueue'>) => enqueue(markLateTask, {}), undefined);
    await work();
    expect((await stepsOf(id)).filter((kind) => kind === 'LATE')).toHaveLength(1);
    expect(Boolean((await stored(id)).is_late)).toBe(true);
    clock.set(at('2026-12-14'));
    await env.run(
      requestExtension,
      { orderId: id, until: at('2026-12-16', '18:00'), reason: 'Grippe' },
      proofreader.actor,
    );
    expect(await board()).toMatchObject([{ daysLate: 4, reason: 'EXTENSION_PENDING', nextStep: 'ANSWER_EXTENSION' }]);
    await cancelOrder(env.contextFor(admin.actor), { orderId: id, reason: 'NO_PROOFREADER' });
    expect(Boolean((await stored(id)).is_late)).toBe(false);
    expect(await board()).toEqual([]);
    await work();
    expect(await env.db.selectFrom('order_extension').select('status').where('order_id', '=', id).execute()).toEqual([
      { status: 'LAPSED' },
    ]);
  });
});

describe('requests for more time', () => {
  test('refused: earlier than the due date, a second one, a stranger’s, one of a suspended order', async () => {
    clock.set(at('2026-11-30'));
    const { id } = await make({ dueAt: at('2026-12-04', '18:00') });
    const until = at('2026-12-10', '18:00');
    const ask = (more: Partial<Parameters<typeof requestExtension>[1]> = {}, actor = proofreader.actor) =>
      codeOf(env.run(requestExtension, { orderId: id, until, reason: 'Citations', ...more }, actor));
    expect(await ask({ until: at('2026-12-04', '18:00') })).toBe('INPUT_INVALID');
    expect(await ask({ until: at('2026-12-13', '18:00') })).toBe('INPUT_INVALID');
    for (const reason of [' \n', '\u200b']) expect(await ask({ reason })).toBe('INPUT_INVALID');
    expect(await ask({}, (await person(env, 'PROOFREADER')).actor)).toBe('NOT_FOUND');
    expect(await ask({ orderId: newId() })).toBe('NOT_FOUND');
    expect(await ask({}, customer.actor)).toBe('FORBIDDEN');
    const key = newId();
    expect(await ask({ key })).toHaveProperty('succeeded');
    expect(await ask({ key })).toHaveProperty('succeeded');
    expect(await ask()).toBe('EXTENSION_PENDING');
    const [asked] = await env.db.selectFrom('order_extension').select('id').where('order_id', '=', id).execute();
    const answer = (grant: boolean, actor = admin.actor) =>
      codeOf(env.run(answerExtension, { id: String(asked?.id), grant, note: ' Non. ' }, actor));
    expect(await answer(true, proofreader.actor)).toBe('FORBIDDEN');
    await env.run(suspendOrder, { orderId: id }, admin.actor);
    expect(await ask()).toBe('ACTION_NOT_ALLOWED');
    expect(await answer(true)).toBe('ACTION_NOT_ALLOWED');
    expect(await answer(false)).toHaveProperty('succeeded');
    expect(await answer(false)).toBe('ACTION_NOT_ALLOWED');
    expect(await dueOf(id)).toEqual(at('2026-12-04', '18:00'));
    expect(
      await env.db
        .selectFrom('notification')
        .select('title')
        .where('user_id', '=', proofreader.id)
        .where('dedupe_key', 'like', 'extension-refused:%')
        .execute(),
    ).toEqual([{ title: 'Le délai n’est pas accordé' }]);
  });

  test('of two at the same instant one is kept, and of two answers', async () => {
    const { id } = await make({ dueAt: at('2026-12-04', '18:00') });
    const ask = () =>
      codeOf(
        env.run(requestExtension, { orderId: id, until: at('2026-12-10', '18:00'), reason: 'Deux' }, proofreader.actor),
      );
    const ends = await Promise.all([ask(), ask()]);
    expect(ends.filter((end) => end === 'EXTENSION_PENDING')).toHaveLength(1);
    const [asked] = await env.db.selectFrom('order_extension').select('id').where('order_id', '=', id).execute();
    const answer = (grant: boolean) => codeOf(env.run(answerExtension, { id: String(asked?.id), grant }, admin.actor));
    const answers = await Promise.all([answer(true), answer(true), answer(false)]);
    expect(answers.filter((end) => end === 'ACTION_NOT_ALLOWED')).toHaveLength(2);
    await work();
    expect((await mailsAbout(id)).filter((mail) => mail.startsWith('order-extended'))).toHaveLength(
      (await dueOf(id))?.getTime() === at('2026-12-10', '18:00').getTime() ? 1 : 0,
    );
  });
});
