/**
 * A server that speaks Stripe's products and prices over HTTP: checks what it is asked and what it answers against Stripe's own
 * description, honours Idempotency-Key, moves lookup keys, lists by pages, and dies on demand.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { formOf, type StripeContract } from './stripe-server.ts';

type Json = Record<string, unknown>;

/** Fewer than is asked for, so that there is always another page. */
const pageSize = 4;

export async function stripeCatalogueServer(contract: StripeContract) {
  const products: Json[] = [];
  const prices: Json[] = [];
  const asked: string[] = [];
  const answers = new Map<string, { text: string; answer: Json }>();
  let count = 0;
  let left = Infinity;

  const addProduct = ({ name, description, metadata }: Json): Json => {
    const product = {
      ...contract.fixture('product'),
      ...{ id: `prod_${(count += 1)}`, active: true, name, description, metadata, default_price: null },
      ...{ package_dimensions: null, tax_details: null, type: 'service' },
    };
    products.unshift(product);
    return product;
  };
  const addPrice = (form: Json): Json => {
    const key = form['lookup_key'];
    const holder = prices.find((price) => price['lookup_key'] === key);
    if (holder !== undefined && form['transfer_lookup_key'] !== 'true') return refusal('lookup key in use');
    if (holder !== undefined) holder['lookup_key'] = null;
    const fixture = contract.fixture('price');
    const recurring = form['recurring'] as Json | undefined;
    const price = {
      ...fixture,
      ...{ id: `price_${(count += 1)}`, active: true, product: form['product'], lookup_key: key, nickname: null },
      ...{ currency: form['currency'], unit_amount: Number(form['unit_amount']), metadata: form['metadata'] },
      ...{ unit_amount_decimal: String(form['unit_amount']), tax_behavior: form['tax_behavior'] },
      ...{ custom_unit_amount: null, transform_quantity: null, type: recurring ? 'recurring' : 'one_time' },
      recurring: recurring ? { ...(fixture['recurring'] as Json), interval: recurring['interval'] } : null,
    };
    prices.unshift(price);
    return price;
  };
  const refusal = (message: string): Json => ({ error: { type: 'invalid_request_error', message } });

  const change = (of: Json[], id: string, form: Json): Json => {
    const found = of.find((each) => each['id'] === id);
    if (found === undefined) return refusal('no such object');
    return Object.assign(found, form, 'active' in form ? { active: form['active'] === 'true' } : {});
  };
  const list = (of: Json[], { active, starting_after: after }: Json): Json => {
    const offered = of.filter((each) => active === undefined || String(each['active']) === active);
    const from = after === undefined ? 0 : offered.findIndex(({ id }) => id === after) + 1;
    const data = offered.slice(from, from + pageSize);
    return { object: 'list', data, has_more: from + data.length < offered.length, url: '/v1/list' };
  };

  const perform = (operation: string, id: string, form: Json): Json => {
    if (operation === 'POST /v1/products') return addProduct(form);
    if (operation === 'POST /v1/prices') return addPrice(form);
    if (operation === 'GET /v1/products') return list(products, form);
    if (operation === 'GET /v1/prices') return list(prices, form);
    return change(operation.includes('/products/') ? products : prices, id, form);
  };

  const send = (response: ServerResponse, status: number, body: Json): void => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    let text = '';
    for await (const chunk of request) text += chunk;
    if ((left -= 1) < 0) return void request.socket.destroy();
    const { pathname, search } = new URL(request.url ?? '/', 'http://stripe');
    const [, folder = '', id = ''] = /^\/v1\/(products|prices)\/?([^/]*)$/.exec(pathname) ?? [];
    const operation = `${request.method} /v1/${folder}${id === '' ? '' : '/{id}'}`;
    asked.push(operation);
    const form = formOf(request.method === 'GET' ? search.slice(1) : text);
    const key = request.headers['idempotency-key'] as string | undefined;
    const before = key === undefined ? undefined : answers.get(key);
    if (before !== undefined && before.text !== text) return send(response, 400, refusal('other parameters'));
    const wrong = contract.check(operation, 'request', structuredClone(form));
    if (wrong.length > 0) return send(response, 400, refusal(wrong.join('; ')));
    const body = before?.answer ?? perform(operation, id, form);
    if ('error' in body) return send(response, 400, body);
    if (key !== undefined) answers.set(key, { text, answer: body });
    const faults = contract.check(operation, 'response', structuredClone(body));
    return faults.length > 0 ? send(response, 400, refusal(faults.join('; '))) : send(response, 200, body);
  };

  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ...{ asked, products, prices },
    /** Answers so many requests more, then nothing. */
    dieAfter: (requests: number): void => void (left = requests),
    forget(): void {
      for (const each of [products, prices, asked]) each.length = 0;
      answers.clear();
    },
    close: () =>
      new Promise<void>((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
