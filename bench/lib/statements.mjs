// How many statements one request makes the product execute: on a server every one of them is a journey there and back.
import { openSink } from '../dataset/sinks.mjs';
import { ask } from './processes.mjs';

export async function statementsOf({ database, product }, request) {
  if (database.engine === 'sqlite') {
    await ask(product.child, { ask: 'countStatements' });
    await request();
    return ask(product.child, { ask: 'statements' });
  }
  const sink = await openSink(database);
  const questions = async () => Number((await sink.one("show global status like 'Questions'")).Value);
  try {
    const before = await questions();
    await request();
    // The second question counts itself.
    return (await questions()) - before - 1;
  } finally {
    await sink.close();
  }
}
