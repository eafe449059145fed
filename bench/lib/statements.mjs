// How many statements one request makes the product execute: on a server every one of them is a journey there and back.
import { ask } from './processes.mjs';

export async function statementsOf({ product }, request) {
  await ask(product.child, { ask: 'recordStatements' });
  await request();
  return (await ask(product.child, { ask: 'recordedStatements' })).length;
}
