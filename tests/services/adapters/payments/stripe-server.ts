/**
 * A server that speaks Stripe's Checkout, payment intents, saved cards and refunds over HTTP: decodes the form, checks it against Stripe's own description, honours
 * Idempotency-Key as Stripe does, fails on demand, and keeps what it was asked.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { Refusal, stripeObjects } from './stripe-objects.ts';
import { stripePlans } from './stripe-plans.ts';

const folder = resolve('../shared/contracts/stripe');

type Json = Record<string, unknown>;

export interface StripeContract {
  check(operation: string, side: 'request' | 'response', value: unknown): string[];
  /** Of an object that no operation of the trimmed contract answers by itself. */
  checkObject(definition: string, value: unknown): string[];
  fixture(name: string): Json;
}

let known: StripeContract | undefined;

/** Stripe's description of its API, compiled once for all files of a process; undefined when it is not on this machine. */
export const stripeContract = (): StripeContract | undefined => (known ??= readContract());

function readContract(): StripeContract | undefined {
  const path = `${folder}/stripe-23.1.0-endive.schema.json`;
  if (!existsSync(path)) return undefined;
  const ajv = new Ajv2020({ strict: false, allErrors: true, coerceTypes: true });
  ajv.addSchema(JSON.parse(readFileSync(path, 'utf8')) as object, 'stripe');
  const compiled = new Map<string, ValidateFunction>();
  const fixtures = (
    JSON.parse(readFileSync(`${folder}/fixtures3.trimmed.json`, 'utf8')) as { resources: Record<string, Json> }
  ).resources;
  const checkAt = (path: string, value: unknown): string[] => {
    const place = `stripe#${path}`;
    const validate = compiled.get(place) ?? ajv.compile({ $ref: place });
    compiled.set(place, validate);
    return validate(value)
      ? []
      : (validate.errors ?? []).map(
          ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
        );
  };
  const part = (name: string): string => encodeURIComponent(name.replaceAll('~', '~0').replaceAll('/', '~1'));
  return {
    check: (operation, side, value) =>
      operation in objectsAlone
        ? side === 'request'
          ? []
          : checkAt(`/$defs/${part(String(objectsAlone[operation]))}`, value)
        : checkAt(`/operations/${part(operation)}/${side}`, value),
    checkObject: (definition, value) => checkAt(`/$defs/${part(definition)}`, value),
    fixture: (name) => structuredClone(fixtures[name] as Json),
  };
}

/** `a[b][0][c]=d` as objects and lists. */
export function formOf(text: string): Json {
  const root: Json = {};
  for (const [name, value] of new URLSearchParams(text)) {
    const path = name.split(/\[|\]\[|\]/).filter((part) => part !== '');
    let here: Json = root;
    path.slice(0, -1).forEach((part, i) => {
      here[part] ??= /^\d+$/.test(path[i + 1] as string) ? [] : {};
      here = here[part] as Json;
    });
    here[path.at(-1) as string] = value;
  }
  return root;
}

/** Operations that the trimmed contract leaves out: only what they answer is checked. */
const objectsAlone: Readonly<Record<string, string>> = {
  'GET /v1/payment_methods/{id}': 'PaymentMethods:PaymentMethod',
  'GET /v1/invoices/{id}': 'Invoices:Invoice',
  'POST /v1/invoices/{id}/void': 'Invoices:Invoice',
};

interface Priced {
  readonly unit_amount: string;
  readonly currency: string;
}
interface SoldItem {
  readonly price?: string;
  readonly price_data?: Priced & { readonly product?: string };
}

export type Fault = 'hang' | { status: number; error?: Json };

export interface Asked {
  readonly operation: string;
  readonly key: string | undefined;
  readonly version: string | undefined;
  readonly authorization: string | undefined;
  /** Of the object in the path; empty without one. */
  readonly id: string;
  readonly form: Json;
}

export async function stripeServer(contract: StripeContract) {
  const asked: Asked[] = [];
  const faults: Fault[] = [];
  const answers = new Map<string, { text: string; answer: Json }>();
  const sessions = new Map<string, Json>();
  const objects = stripeObjects(contract);
  const plans = stripePlans(contract, objects);
  /** Of the one payment that can be refunded here, newest first as Stripe lists them. */
  const refunds: Json[] = [];
  const disputes: Json[] = [];
  /** Newest first as Stripe lists them. */
  const events: (Json & { id: string; created: number })[] = [];
  let count = 0;

  /** Pages as the SDK's declarations have them: `created[gte]`, `created[lt]`, `limit`, `starting_after`. */
  const eventPage = (form: Json): Json => {
    const { gte, lt } = (form['created'] ?? {}) as { gte?: string; lt?: string };
    const within = events.filter(({ created }) => created >= Number(gte ?? 0) && created < Number(lt ?? Infinity));
    const start = within.findIndex(({ id }) => id === form['starting_after']) + 1;
    const limit = Number(form['limit'] ?? 10);
    const data = within.slice(start, start + limit);
    return { object: 'list', data, has_more: within.length > start + limit, url: '/v1/events' };
  };

  /** What pages sell of a price list, by product and price. */
  const listed = { products: new Set<string>(), prices: new Map<string, Priced>() };
  const soldAs = ({ price, price_data: data }: SoldItem): Priced => {
    const known = price === undefined ? data : listed.prices.get(price);
    if (known === undefined || (data?.product !== undefined && !listed.products.has(data.product)))
      throw new Refusal(400, {
        ...{ type: 'invalid_request_error', code: 'resource_missing', message: 'No such price or product' },
        param: price === undefined ? 'line_items[0][price_data][product]' : 'line_items[0][price]',
      });
    return known;
  };

  const created = (form: Json): Json => {
    const id = `cs_test_${String((count += 1)).padStart(4, '0')}`;
    const [item] = form['line_items'] as [SoldItem];
    const { unit_amount: amount, currency } = soldAs(item);
    const session = {
      ...contract.fixture('checkout.session'),
      allowed_payment_method_types: null,
      id,
      url: `https://checkout.stripe.com/c/pay/${id}`,
      status: 'open',
      payment_status: 'unpaid',
      payment_intent: null,
      amount_total: Number(amount),
      amount_subtotal: Number(amount),
      currency,
      client_reference_id: form['client_reference_id'],
      metadata: form['metadata'],
      expires_at: Number(form['expires_at']),
      livemode: false,
    };
    sessions.set(id, session);
    return session;
  };

  const refunded = (form: Json): Json => {
    const refund = {
      ...contract.fixture('refund'),
      id: `re_${String((count += 1)).padStart(4, '0')}`,
      amount: Number(form['amount']),
      currency: 'eur',
      payment_intent: form['payment_intent'],
      metadata: form['metadata'] ?? {},
      reason: form['reason'] ?? null,
      status: 'pending',
    };
    refunds.unshift(refund);
    return refund;
  };
  /** The payment with its charge; ten refunds at most are inside the charge, as in Stripe's answers. */
  const intentOf = (id: string): Json => ({
    ...contract.fixture('payment_intent'),
    id,
    allowed_payment_method_types: null,
    payment_record: null,
    last_payment_error: null,
    latest_charge: {
      ...contract.fixture('charge'),
      payment_method_details: null,
      refunds: { object: 'list', data: refunds.slice(0, 10), has_more: refunds.length > 10, url: '/v1/refunds' },
    },
  });

  const objectAt = (folder: string, id: string): Json | undefined =>
    folder === 'checkout/sessions'
      ? sessions.get(id)
      : (objects.read[folder]?.(id) ??
        plans.read[folder]?.(id) ??
        (folder === 'payment_intents' && id === 'pi_1' ? intentOf(id) : undefined));

  const send = (response: ServerResponse, status: number, body: Json): void => {
    response.writeHead(status, { 'content-type': 'application/json', 'request-id': 'req_1' }).end(JSON.stringify(body));
  };
  const refuse = (response: ServerResponse, status: number, error: Json): void => send(response, status, { error });

  /** What Stripe would never answer is a mistake of this server: it says so, and the client fails. */
  const reply = (response: ServerResponse, operation: string, body: Json): void => {
    const wrong = contract.check(operation, 'response', structuredClone(body));
    return wrong.length > 0
      ? refuse(response, 400, { type: 'invalid_request_error', code: 'answer_invalid', message: wrong.join('; ') })
      : send(response, 200, body);
  };

  const make: Readonly<Record<string, (form: Json) => Json>> = {
    ...objects.make,
    ...plans.make,
    'POST /v1/checkout/sessions': created,
    'POST /v1/refunds': refunded,
  };
  const change: Readonly<Record<string, (id: string, form: Json) => Json>> = {
    ...objects.change,
    ...plans.change,
    'POST /v1/checkout/sessions/{id}/expire': (id) => {
      const session = sessions.get(id);
      if (session?.['status'] !== 'open')
        throw new Refusal(400, { type: 'invalid_request_error', code: 'resource_missing', message: 'not open' });
      return Object.assign(session, { status: 'expired', url: null });
    },
  };
  const refusals = new Map<string, Refusal>();
  const isWriting = (operation: string): boolean => operation in make || operation in change;
  const write = (response: ServerResponse, text: string, { form, key, operation, id }: Asked): void => {
    if (key === undefined)
      return refuse(response, 400, { type: 'invalid_request_error', message: 'no idempotency key' });
    const before = answers.get(key);
    if (before && before.text !== text)
      return refuse(response, 400, { type: 'idempotency_error', message: 'other parameters' });
    if (before) return reply(response, operation, before.answer);
    const wrong = contract.check(operation, 'request', structuredClone(form));
    if (wrong.length > 0)
      return refuse(response, 400, {
        type: 'invalid_request_error',
        code: 'parameter_invalid',
        message: wrong.join('; '),
      });
    // As Stripe does, a refusal is remembered with its key as well.
    try {
      const remembered = refusals.get(key);
      if (remembered !== undefined) throw remembered;
      const answer = make[operation]?.(form) ?? (change[operation]?.(id, form) as Json);
      answers.set(key, { text, answer: structuredClone(answer) });
      return reply(response, operation, answer);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refusals.set(key, error);
      return refuse(response, error.status, error.error);
    }
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    let text = '';
    for await (const chunk of request) text += chunk;
    const { pathname, search } = new URL(request.url ?? '/', 'http://stripe');
    const { headers, method = '' } = request;
    const [, folder = '', id, verb = ''] =
      /^\/v1\/(checkout\/sessions|payment_intents|setup_intents|payment_methods|customers|subscriptions|invoices)\/([^/]+)(\/\w+)?$/.exec(
        pathname,
      ) ?? [];
    const operation = id === undefined ? `${method} ${pathname}` : `${method} /v1/${folder}/{id}${verb}`;
    const one: Asked = {
      operation,
      key: headers['idempotency-key'] as string | undefined,
      version: headers['stripe-version'] as string | undefined,
      authorization: headers.authorization,
      id: id ?? '',
      form: formOf(method === 'GET' ? search.slice(1) : text),
    };
    asked.push(one);
    const fault = faults.shift();
    if (fault === 'hang') return;
    if (fault) return refuse(response, fault.status, fault.error ?? { type: 'api_error', message: 'fault' });
    if (isWriting(operation)) return write(response, text, one);
    // Not in the trimmed contract: the SDK's declarations say what it is asked.
    if (operation === 'GET /v1/refunds')
      return send(response, 200, { object: 'list', data: refunds, has_more: false, url: '/v1/refunds' });
    if (operation === 'GET /v1/disputes') {
      const wrong = disputes.flatMap((dispute) => contract.checkObject('Disputes:Dispute', structuredClone(dispute)));
      return wrong.length > 0
        ? refuse(response, 400, { type: 'invalid_request_error', code: 'answer_invalid', message: wrong.join('; ') })
        : send(response, 200, { object: 'list', data: disputes, has_more: false, url: '/v1/disputes' });
    }
    if (operation === 'GET /v1/events') return send(response, 200, eventPage(one.form));
    if (verb === '/payment_methods')
      return reply(response, operation, {
        object: 'list',
        data: [...objects.methods.values()].filter(({ customer }) => customer === id),
        has_more: false,
        url: pathname,
      });
    const found = id === undefined ? undefined : method === 'DELETE' ? plans.cancel(id) : objectAt(folder, id);
    if (found === undefined)
      return refuse(response, 404, {
        type: 'invalid_request_error',
        code: 'resource_missing',
        message: 'No such session',
      });
    const wrong = contract.check(operation, 'request', structuredClone(one.form));
    return wrong.length > 0
      ? refuse(response, 400, { type: 'invalid_request_error', message: wrong.join('; ') })
      : reply(response, operation, found);
  };

  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    sessions,
    listed,
    objects,
    plans,
    refunds,
    /** The bank claims the one payment back. */
    dispute: (facts: Json): void =>
      void disputes.push({ ...contract.fixture('dispute'), intended_submission_method: 'manual', ...facts }),
    events,
    fail: (...next: Fault[]) => void faults.push(...next),
    close: () =>
      new Promise<void>((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
