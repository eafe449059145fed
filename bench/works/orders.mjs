// Rows whose ids the works need before they begin.
import { openSink } from '../dataset/sinks.mjs';
import { customerId } from '../dataset/generate.mjs';

const first = async (database, sql) => {
  const sink = await openSink(database);
  try {
    return await sink.one(sql);
  } finally {
    await sink.close();
  }
};

export const oneOrder = async (database) =>
  (await first(database, "select id from customer_order where status = 'PAID' order by id limit 1")).id;

/** An open order of one of the first customers: `{ id, customer }`. */
export async function openOrder(database, customer) {
  const row = await first(
    database,
    `select id from customer_order where customer_id = '${customerId(customer)}' and status in ('PENDING', 'PAID', 'IN_PROGRESS') order by id limit 1`,
  );
  return row && { id: row.id, customer };
}
