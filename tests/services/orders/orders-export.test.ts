import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openServices } from '../../../src/adapters.ts';
import { openStored } from '../../../src/services/files/index.ts';
import { newId } from '../../../src/services/kernel/ids.ts';
import {
  findOrdersExport,
  mayReadOrderFile,
  ordersRetention,
  orderTasks,
  requestOrdersExport,
  type RequestOrdersExport,
} from '../../../src/services/orders/index.ts';
import { createWorld, type World } from '../../support/world.ts';
import { codeOf, order, person, type Person } from './orders-fixture.ts';

let world: World;
let [customer, admin, other] = [] as unknown as [Person, Person, Person];
const hostile = ['=1+1', '+cmd', '-2+3', '@SUM(A1)', '\tx', '\rx', 'a"b,c', 'Été « noir »', '＝1+1', "'=1", '0', '-5'];
beforeAll(async () => {
  world = await createWorld({ services: openServices, tasks: orderTasks });
  [customer, admin, other] = [
    await person(world, 'CUSTOMER', { firstName: '=HYPERLINK("x")', lastName: 'Ève' }),
    await person(world, 'ADMIN'),
    await person(world, 'ADMIN'),
  ];
  for (const title of hostile) await order(world, { customer, title, status: 'PAID' });
  await order(world, { customer, title: 'À payer' });
});
afterAll(() => world.close());

async function exported(input: RequestOrdersExport) {
  const { id } = await world.run(requestOrdersExport, input, admin.actor);
  await world.worker.runDue();
  const row = await world.run(findOrdersExport, { id }, admin.actor);
  return { row, text: await textOf(row.fileId as string) };
}

async function textOf(fileId: string): Promise<string> {
  const chunks: Uint8Array[] = [];
  const stored = await openStored(world.contextFor(admin.actor), fileId);
  for await (const chunk of (await stored?.open()) ?? []) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks).toString();
}

/** Cells of one line, as RFC 4180 reads them. */
const cellsOf = (line: string): string[] =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,"]*))/g)].map(([, quoted, plain]) =>
    quoted === undefined ? (plain as string) : quoted.replaceAll('""', '"'),
  );

test('as CSV has every order of the filter, and no cell that a spreadsheet would compute', async () => {
  const { row, text } = await exported({ format: 'CSV', filter: { statuses: ['PAID'] } });
  expect(row).toMatchObject({ totalOrders: hostile.length, writtenOrders: hostile.length });
  const [head = '', ...lines] = text.replace('\ufeff', '').split('\r\n').filter(Boolean);
  const columns = cellsOf(head);
  const cells = lines.map(cellsOf);
  expect(cells).toHaveLength(hostile.length);
  for (const line of cells) {
    expect(line).toHaveLength(columns.length);
    for (const cell of line) if (!/^-?\d+$/.test(cell)) expect(cell).not.toMatch(/^[=+\-@\t\r\uff1d]/);
  }
  const titles = cells.map((line) => line[columns.indexOf('title')] as string);
  expect(titles.map((title) => title.replace(/^'/, '')).sort()).toEqual(
    hostile.map((title) => title.replace(/^'(?!=)/, '')).sort(),
  );
});

test('as JSON has their values as they are', async () => {
  const { text } = await exported({ format: 'JSON', filter: { statuses: ['PAID'] } });
  const rows = JSON.parse(text) as Record<string, unknown>[];
  expect(rows.map(({ title }) => title).sort()).toEqual([...hostile].sort());
  expect(rows[0]).toMatchObject({ status: 'PAID', total: 35_000, currency: 'EUR', customer: '=HYPERLINK("x") Ève' });
});

test('of a text and of nothing', async () => {
  const { text } = await exported({ format: 'JSON', filter: { text: 'noir' } });
  expect(JSON.parse(text)).toHaveLength(1);
  const kept = await world.db.selectFrom('order_export').select('filter').execute();
  expect(JSON.stringify(kept)).not.toContain('noir');
  const none = await exported({ format: 'JSON', filter: { customerId: newId() } });
  expect([none.row.totalOrders, JSON.parse(none.text)]).toEqual([0, []]);
});

test('leaves out what was placed after it was asked for', async () => {
  const { id } = await world.run(requestOrdersExport, { format: 'JSON' }, admin.actor);
  world.clock.advance(1_000);
  await order(world, { customer, title: 'Trop tard' });
  await world.worker.runDue();
  const { fileId } = await world.run(findOrdersExport, { id }, admin.actor);
  expect(await textOf(fileId as string)).not.toContain('Trop tard');
});

test('is the admin’s who asked for it, once for each key, and named in the audit log without its text', async () => {
  const input = { key: newId(), format: 'CSV', filter: { text: 'Ève' } } as const;
  const { id } = await world.run(requestOrdersExport, input, admin.actor);
  expect((await world.run(requestOrdersExport, input, admin.actor)).id).toBe(id);
  await world.worker.runDue();
  const { fileId } = await world.run(findOrdersExport, { id }, admin.actor);
  const mayRead = ({ actor }: Person) => mayReadOrderFile(world.readContext(actor), fileId as string);
  expect([await mayRead(admin), await mayRead(other), await mayRead(customer)]).toEqual([true, false, false]);
  expect(await codeOf(world.run(findOrdersExport, { id }, other.actor))).toBe('NOT_FOUND');
  expect(await codeOf(world.run(requestOrdersExport, { format: 'CSV' }, customer.actor))).toBe('FORBIDDEN');
  const entry = world.auditLog.find(({ payload }) => payload?.['exportId'] === id);
  expect(entry).toMatchObject({ action: 'COMMANDS_EXPORTED' });
  expect(JSON.stringify(entry)).not.toContain('Ève');
});

test('goes after thirty days, with its file', () => {
  expect(ordersRetention.find(({ name }) => name === 'ORDER_EXPORTS')?.days.usual).toBe(30);
});
