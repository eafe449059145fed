// The baseline on MySQL: the product's driver and pool size, prepared statements, batched by hand.
import { createPool } from 'mysql2/promise';
import { newOrderRows } from './new-order.mjs';
import { listNames, statements } from './statements.mjs';

const moveAll =
  "insert into live_stream (stream, last_seq) values ('ordersUpdated:baseline', 1) on duplicate key update last_seq = last_seq + 1";

export function openStore({ url, poolSize }) {
  const pool = createPool({
    uri: url,
    connectionLimit: poolSize,
    dateStrings: true,
    timezone: 'Z',
    supportBigNumbers: true,
  });
  const rowsOf = async (sql, values) => (await pool.execute(sql, values))[0];
  return {
    // Prepared statements leave out three zeros.
    instant: (value) => `${value.slice(0, 10)}T${value.slice(11)}${value.length === 19 ? '.000Z' : 'Z'}`,
    epoch: (value) => Date.parse(`${value.slice(0, 10)}T${value.slice(11)}Z`),
    stored: (milliseconds) => new Date(milliseconds).toISOString().replace('T', ' ').slice(0, 23),
    /** Each takes as many values as its text has marks. */
    ...Object.fromEntries(listNames.map((name) => [name, (values) => rowsOf(statements[name], values)])),
    async page(status) {
      const orders = await rowsOf(statements.orders, [status]);
      const ids = orders.map(({ id }) => id);
      const [customers, files, invoices] = await Promise.all([
        rowsOf(
          statements.customers,
          orders.map(({ customer_id }) => customer_id),
        ),
        rowsOf(statements.files, ids),
        rowsOf(statements.invoices, ids),
      ]);
      return { orders, customers, files, invoices };
    },
    person: async (id) => (await rowsOf(statements.person, [id]))[0],
    account: async (email) => (await rowsOf(statements.account, [email]))[0],
    addSession: (row) =>
      rowsOf(
        statements.addSession,
        row.map((value) => (value instanceof Date ? value.toISOString().replace('T', ' ').slice(0, 23) : value)),
      ),
    async addOrder(input, request) {
      const connection = await pool.getConnection();
      try {
        await connection.query('set transaction isolation level read committed');
        await connection.query('start transaction');
        const order = await addWithin(
          (sql, values) => connection.execute(sql, values).then(([rows]) => rows),
          input,
          request,
        );
        await connection.query('commit');
        return order;
      } catch (error) {
        await connection.query('rollback');
        throw error;
      } finally {
        connection.release();
      }
    },
    close: () => pool.end(),
  };
}

async function addWithin(run, input, request) {
  const [item] = await run(statements.priceItem, [input.priceItemId]);
  const rows = newOrderRows(item, input, {
    ...request,
    instant: (date) => date.toISOString().replace('T', ' ').slice(0, 23),
  });
  await run(statements.addOrder, rows.order);
  await run(statements.addEvent, rows.event);
  for (const job of rows.jobs) await run(statements.addJob, job);
  await run(statements.addStream, rows.stream);
  await run(statements.addLive, rows.live);
  await run(moveAll, []);
  const [all] = await run(statements.readAll, []);
  await run(statements.addToAll, rows.liveOfAll(all.last_seq));
  await run(statements.lockHead, []);
  const [head] = await run(statements.readHead, []);
  const { entry, mac } = rows.auditEntry(head);
  await run(statements.addEntry, entry);
  await run(statements.setHead, [mac]);
  return rows.answer;
}
