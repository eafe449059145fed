import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { resumeSeries } from '../../../src/services/billing/index.ts';
import { markOf, raiseMark } from '../../../src/services/billing/invoice-marks.ts';
import { takeNumber } from '../../../src/services/billing/invoice-number.ts';
import type { Tx } from '../../../src/services/platform/context.ts';
import { SECOND } from '../../support/clock.ts';
import { createBillingWorld, type BillingWorld } from './billing-world.ts';

let world: BillingWorld;
beforeEach(async () => {
  world = await createBillingWorld();
});
afterEach(() => world.close());

const take = async (tx: Tx<'em' | 'now' | 'config'>, fails: boolean): Promise<string> => {
  const { number } = await takeNumber(tx, 'FACT');
  if (fails) throw new Error('rolled back');
  return number;
};
const paidOrder = async (customerId: string): Promise<void> => {
  const orderId = await world.addOrder(customerId);
  const { sessionId } = await world.open(customerId, orderId);
  await world.processEvent(await world.payments.simulator.pay(sessionId));
};
const numbers = (count: number, series = 'FACT-2026') =>
  Array.from({ length: count }, (_, i) => `${series}-${String(i + 1).padStart(6, '0')}`);

const atOnce = process.env['STORM'] === 'full' ? 200 : 50;

describe('numbers', () => {
  test(`${atOnce} payments processed at once take the numbers 1 to ${atOnce}, one each`, async () => {
    const customerId = await world.addCustomer();
    const events = [];
    for (let i = 0; i < atOnce; i++) {
      const { sessionId } = await world.open(customerId, await world.addOrder(customerId));
      events.push(await world.payments.simulator.pay(sessionId));
    }
    await Promise.all(events.map((event) => world.processEvent(event)));
    const invoices = await world.invoices();
    expect(invoices.map(({ number }) => number)).toEqual(numbers(atOnce));
    expect(new Set(invoices.map(({ subject_id }) => subject_id)).size).toBe(atOnce);
    const dates = await world.db.selectFrom('invoice').select(['issued_at']).orderBy('sequence').execute();
    const sorted = dates.map(({ issued_at }) => String(issued_at)).sort();
    expect(dates.map(({ issued_at }) => String(issued_at))).toEqual(sorted);
  });

  test('a transaction that fails gives its number back', async () => {
    expect(await world.run(take, false)).toBe('FACT-2026-000001');
    await expect(world.run(take, true)).rejects.toThrow('rolled back');
    expect(await world.run(take, false)).toBe('FACT-2026-000002');
    const taken = await Promise.allSettled(Array.from({ length: 30 }, (_, i) => world.run(take, i % 3 === 0)));
    const given = taken.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])).sort();
    expect(given).toEqual(numbers(22).slice(2));
  });

  test('the year is that of Paris: the series rolls at local midnight, and never back', async () => {
    world.clock.set('2026-12-31T22:59:59.999Z');
    expect(await world.run(take, false)).toBe('FACT-2026-000001');
    world.clock.set('2026-12-31T23:00:00.000Z');
    const rolled = await Promise.all(Array.from({ length: 20 }, () => world.run(take, false)));
    expect([...rolled].sort()).toEqual(numbers(20, 'FACT-2027'));
    // A clock that was set back, or a transaction that began before midnight and waited.
    world.clock.set('2026-12-31T22:59:59.000Z');
    expect(await world.run(take, false)).toBe('FACT-2027-000021');
    const rows = await world.db
      .selectFrom('invoice_counter')
      .select(['series', 'next_number'])
      .orderBy('series')
      .execute();
    expect(rows.map((row) => [row.series, Number(row.next_number)])).toEqual([
      ['FACT-2026', 2],
      ['FACT-2027', 22],
    ]);
  });

  test('dates never go back within a series, whatever the clock does', async () => {
    const at = async (tx: Tx<'em' | 'now' | 'config'>) => (await takeNumber(tx, 'FACT')).issuedAt.toISOString();
    const first = await world.run(at, undefined);
    world.clock.advance(-60 * SECOND);
    expect(await world.run(at, undefined)).toBe(first);
    world.clock.advance(61 * SECOND);
    expect((await world.run(at, undefined)) > first).toBe(true);
  });
});

describe('the high-water mark', () => {
  const file = () => join(world.config.keysDir, 'invoice-marks', 'FACT-2026.log');

  test('keeps the highest number shown, survives a torn line, and ignores forged ones', async () => {
    expect(markOf(world.config, 'FACT-2026')).toBe(0);
    for (const sequence of [1, 2, 5, 3]) await raiseMark(world.config, 'FACT-2026', sequence);
    expect(markOf(world.config, 'FACT-2026')).toBe(5);
    appendFileSync(file(), '\nFACT-2026 9 ab');
    await raiseMark(world.config, 'FACT-2026', 6);
    appendFileSync(file(), `\nFACT-2026 900 ${'0'.repeat(64)}\n`);
    expect(markOf(world.config, 'FACT-2026')).toBe(6);
    for (let i = 7; i < 200; i++) await raiseMark(world.config, 'FACT-2026', i);
    expect(markOf(world.config, 'FACT-2026')).toBe(199);
  });

  test('a series is not stopped by somebody who looks while its first number is being remembered', async () => {
    for (let year = 2100; year < 2140; year++) {
      let isRaised = false;
      const raised = raiseMark(world.config, `FACT-${year}`, 1).then(() => {
        isRaised = true;
      });
      for (; !isRaised; await setImmediate()) expect([0, 1]).toContain(markOf(world.config, `FACT-${year}`));
      await raised;
      expect(markOf(world.config, `FACT-${year}`)).toBe(1);
    }
  });

  test('a file without a word of ours stops the series', async () => {
    await raiseMark(world.config, 'FACT-2026', 1);
    writeFileSync(file(), readFileSync(file(), 'utf8').replace('FACT-2026 1', 'FACT-2026 0'));
    expect(() => markOf(world.config, 'FACT-2026')).toThrow(
      expect.objectContaining({ code: 'INVOICE_SERIES_BEHIND' }) as unknown as Error,
    );
  });

  test('a database older than the mark issues nothing until the series is resumed, and then gives no number twice', async () => {
    const customerId = await world.addCustomer();
    await raiseMark(world.config, 'FACT-2026', 41);
    const orderId = await world.addOrder(customerId);
    const session = await world.open(customerId, orderId);
    const event = await world.payments.simulator.pay(session.sessionId);
    await world.deliver(event);
    const { id } = JSON.parse(event.body) as { id: string };
    await expect(world.apply(id)).rejects.toMatchObject({ code: 'INVOICE_SERIES_BEHIND' });
    expect(await world.payment(session.paymentId)).toMatchObject({ status: 'PENDING' });
    expect(await world.orderStatus(orderId)).toBe('PENDING');
    expect(await world.run(resumeSeries, { series: 'FACT-2026' })).toBe(42);
    expect(await world.apply(id)).toBe('APPLIED');
    expect((await world.invoices()).map(({ number }) => number)).toEqual(['FACT-2026-000042']);
    expect(world.auditLog).toContainEqual(
      expect.objectContaining({ action: 'INVOICE_SERIES_RESUMED', severity: 'CRITICAL' }),
    );
    await expect(world.run(resumeSeries, { series: 'FACT-2026' })).rejects.toMatchObject({
      code: 'ACTION_NOT_ALLOWED',
    });
    await expect(world.run(resumeSeries, { series: 'FACT-2031' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(existsSync(file())).toBe(true);
  });
});

describe('an issued invoice', () => {
  const execute = (sql: string, values: unknown[] = []) =>
    world.orm.em.fork().getConnection('write').execute(sql, values);

  test('keeps its words and figures in the database itself, and has one number and one subject', async () => {
    await paidOrder(await world.addCustomer());
    const changes = [
      "number = 'FACT-2026-000009'",
      "series = 'X'",
      'sequence = 9',
      'subject_id = id',
      'net_cents = net_cents + 1',
      'tax_cents = 0',
      'gross_cents = 1',
      "currency = 'XOF'",
      'issued_at = 0',
      "due_on = '2030-01-01'",
      "document = '{}'",
      "kind = 'DEPOSIT'",
    ];
    for (const change of changes) {
      if (change.startsWith('issued_at') && world.database.settings.url) continue;
      await expect(execute(`update invoice set ${change}`)).rejects.toThrow(/immutable/);
    }
    await expect(execute('delete from invoice')).rejects.toThrow(/kept|foreign|FOREIGN/);
    await expect(execute('delete from invoice_line')).rejects.toThrow(/kept/);
    await expect(execute('update invoice_line set net_cents = 0')).rejects.toThrow(/immutable/);
    await execute("update invoice set status = 'CANCELLED', version = version + 1");
    expect(await world.db.selectFrom('invoice').select(['status', 'number']).execute()).toEqual([
      { status: 'CANCELLED', number: 'FACT-2026-000001' },
    ]);
    const row = await world.db.selectFrom('invoice').selectAll().executeTakeFirstOrThrow();
    const copy = (more: object) =>
      world.orm.em
        .fork()
        .getKysely()
        .insertInto('invoice' as never)
        .values({ ...row, document: JSON.stringify(row.document), ...more } as never)
        .execute();
    await expect(
      copy({ id: '0197c000-0000-7000-8000-000000000009', number: 'FACT-2026-000002', sequence: 2 }),
    ).rejects.toThrow(/UNIQUE|Duplicate/);
  });
});
