// The baseline on SQLite: the product's pragmas, prepared statements, no promise in sight.
import { DatabaseSync } from 'node:sqlite';
import { newOrderRows } from './new-order.mjs';
import { listNames, statements } from './statements.mjs';

const pragmas = `pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma secure_delete = on;
  pragma cache_size = -65536; pragma temp_store = memory;`;

const moveAll =
  "insert into live_stream (stream, last_seq) values ('ordersUpdated:baseline', 1) on conflict (stream) do update set last_seq = last_seq + 1";

export function openStore({ file }) {
  const db = new DatabaseSync(file, { timeout: 5_000 });
  db.exec(pragmas);
  const prepared = Object.fromEntries(Object.entries(statements).map(([name, sql]) => [name, db.prepare(sql)]));
  prepared.moveAll = db.prepare(moveAll);
  const lists = Object.fromEntries(listNames.map((name) => [name, listOf(db, name)]));
  const [begin, commit] = ['begin immediate', 'commit'].map((sql) => db.prepare(sql));
  return {
    instant: (value) => new Date(value).toISOString(),
    epoch: (value) => value,
    stored: (milliseconds) => milliseconds,
    /** Each takes as many values as its text has marks. */
    ...lists,
    page(status) {
      const orders = lists.orders([status]);
      const ids = orders.map(({ id }) => id);
      return {
        orders,
        customers: lists.customers(orders.map(({ customer_id }) => customer_id)),
        files: lists.files(ids),
        invoices: lists.invoices(ids),
      };
    },
    person: (id) => prepared.person.get(id),
    account: (email) => prepared.account.get(email),
    addSession: (row) =>
      prepared.addSession.run(...row.map((value) => (value instanceof Date ? value.getTime() : value))),
    addOrder(input, request) {
      begin.run();
      try {
        const rows = newOrderRows(prepared.priceItem.get(input.priceItemId), input, {
          ...request,
          instant: (date) => date.getTime(),
        });
        prepared.addOrder.run(...rows.order);
        prepared.addEvent.run(...rows.event);
        for (const job of rows.jobs) prepared.addJob.run(...job);
        prepared.addStream.run(...rows.stream);
        prepared.addLive.run(...rows.live);
        prepared.moveAll.run();
        prepared.addToAll.run(...rows.liveOfAll(prepared.readAll.get().last_seq));
        prepared.lockHead.run();
        const { entry, mac } = rows.auditEntry(prepared.readHead.get());
        prepared.addEntry.run(...entry);
        prepared.setHead.run(mac);
        commit.run();
        return rows.answer;
      } catch (error) {
        db.exec('rollback');
        throw error;
      }
    },
    close: () => db.close(),
  };
}

/** Rows are read as arrays and made objects by one literal, as a careful programmer would once they have measured it. */
function listOf(db, name) {
  const statement = db.prepare(statements[name]);
  const literal = statement.columns().map(({ name: column }, i) => `${JSON.stringify(column)}: cells[${i}]`);
  statement.setReturnArrays(true);
  const make = new Function('rows', `return rows.map((cells) => ({ ${literal.join(', ')} }));`);
  return (values) => make(statement.all(...values));
}
