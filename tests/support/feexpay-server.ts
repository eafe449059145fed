/**
 * A server that speaks FeexPay's API V2 over HTTP: checks every request and every answer against the contract, remembers its
 * pushes, fails on demand, and writes notifications, true ones and others.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

const path = resolve('../shared/contracts/feexpay/feexpay-v2.openapi.json');

type Json = Record<string, unknown>;
export type FeexpayState = 'PENDING' | 'IN PENDING STATE' | 'SUCCESSFUL' | 'FAILED';

export interface FeexpayContract {
  /** What is wrong with a value, by the schema of that name. */
  check(schema: string, value: unknown): string[];
}

let known: FeexpayContract | undefined;

/** The transcribed contract, compiled once for all files of a process; undefined when it is not on this machine. */
export const feexpayContract = (): FeexpayContract | undefined => (known ??= readContract());

function readContract(): FeexpayContract | undefined {
  if (!existsSync(path)) return undefined;
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv);
  ajv.addSchema(JSON.parse(readFileSync(path, 'utf8')) as object, 'feexpay');
  return {
    check(schema, value) {
      const validate = ajv.getSchema(`feexpay#/components/schemas/${schema}`);
      if (validate === undefined) throw new Error(`No schema ${schema} in the contract`);
      return validate(value) ? [] : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
    },
  };
}

/** `isTaken`: the push exists all the same, only its answer is lost or spoilt. */
export type FeexpayFault =
  | { readonly kind: 'hang' | 'reset'; readonly isTaken?: boolean }
  | { readonly kind: 'answer'; readonly status: number; readonly text: string; readonly isTaken?: boolean };

export interface FeexpayAsked {
  readonly operation: 'requestToPay' | 'payinStatus';
  readonly authorization: string | undefined;
  /** The network, or the reference. */
  readonly name: string;
  readonly body: Json;
}

interface Push {
  readonly reference: string;
  readonly network: string;
  readonly body: Json;
  status: FeexpayState;
  /** What the status says over the truth. */
  changes: Json;
}

export async function feexpayServer({ token = 'fp_test_1' } = {}) {
  const contract = feexpayContract();
  const asked: FeexpayAsked[] = [];
  const faults: FeexpayFault[] = [];
  const pushes: Push[] = [];
  /** What the next pushes are at once. */
  const next: { status: FeexpayState; changes: Json } = { status: 'PENDING', changes: {} };

  const check = (schema: string, value: unknown): string[] => contract?.check(schema, value) ?? [];
  const send = (response: ServerResponse, status: number, body: Json): void => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
  const reply = (response: ServerResponse, schema: string, body: Json): void => {
    const wrong = check(schema, body);
    if (wrong.length > 0) send(response, 400, { message: `the fake answers wrongly: ${wrong.join('; ')}` });
    else send(response, 200, body);
  };

  const take = (network: string, body: Json): Push => {
    const reference = `FXP-${network}-${String(pushes.length + 1).padStart(6, '0')}`;
    const push: Push = { reference, network, body, status: next.status, changes: next.changes };
    pushes.push(push);
    return push;
  };
  const requestToPay = (response: ServerResponse, network: string, body: Json): void => {
    const wrong = [...check('Network', network), ...check('RequestToPay', body)];
    if (wrong.length > 0) return send(response, 400, { message: wrong.join('; '), status: 'ERROR' });
    const { reference, status } = take(network, body);
    const hasPage = /^(?:wave|orange)/.test(network);
    return reply(response, 'RequestToPayResponse', {
      reference,
      status,
      message: 'Request sent',
      amount: body['amount'],
      callback_info: body['callback_info'] ?? null,
      phoneNumber: body['phoneNumber'],
      ...(hasPage ? { payment_url: `https://pay.example.org/c/${reference}` } : {}),
    });
  };
  const statusOf = ({ reference, status, body, changes }: Push): Json => ({
    reference,
    status,
    amount: body['amount'],
    phoneNumber: body['phoneNumber'],
    callback_info: body['callback_info'] ?? null,
    ...(status === 'FAILED' ? { reason: 'LOW_BALANCE_OR_PAYEE_LIMIT_REACHED_OR_NOT_ALLOWED' } : {}),
    ...changes,
  });
  const payinStatus = (response: ServerResponse, reference: string): void => {
    const push = pushes.find((one) => one.reference === reference);
    if (push === undefined) return send(response, 404, { message: 'Transaction not found' });
    // A state of tomorrow is what the contract does not know, and is sent on purpose.
    return 'status' in push.changes ? send(response, 200, statusOf(push)) : reply(response, 'Status', statusOf(push));
  };
  const suffer = (response: ServerResponse, fault: FeexpayFault): void => {
    if (fault.kind === 'reset') response.socket?.destroy();
    if (fault.kind === 'answer')
      response.writeHead(fault.status, { 'content-type': 'application/json' }).end(fault.text);
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    let text = '';
    for await (const chunk of request) text += chunk;
    const { pathname } = new URL(request.url ?? '/', 'http://feexpay');
    const [, verb, last = ''] =
      /^\/api\/transactions\/public\/(requesttopay|single\/status)\/([^/]+)$/.exec(pathname) ?? [];
    const name = decodeURIComponent(last);
    const operation = verb === 'requesttopay' ? 'requestToPay' : 'payinStatus';
    const body = text === '' ? {} : (JSON.parse(text) as Json);
    asked.push({ operation, authorization: request.headers.authorization, name, body });
    const fault = faults.shift();
    if (fault !== undefined) {
      if (fault.isTaken === true && operation === 'requestToPay') take(name, body);
      return suffer(response, fault);
    }
    if (request.headers.authorization !== `Bearer ${token}`) return send(response, 401, { message: 'Unauthorized' });
    if (verb === undefined) return send(response, 502, { message: 'Bad gateway' });
    return operation === 'requestToPay' ? requestToPay(response, name, body) : payinStatus(response, name);
  };

  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    isChecked: contract !== undefined,
    asked,
    faults,
    pushes,
    next,
    lastPush(): Push {
      const push = pushes.at(-1);
      if (push === undefined) throw new Error('Nobody asked for a push');
      return push;
    },
    /** The notification of a push as it is, or with other things in it. */
    notification(reference: string, lies: Json = {}): Json {
      const push = pushes.find((one) => one.reference === reference);
      const body = {
        reference,
        status: push?.status === 'SUCCESSFUL' ? 'SUCCESSFUL' : 'FAILED',
        amount: push?.body['amount'] ?? 0,
        callback_info: String(push?.body['callback_info'] ?? ''),
        reseau: push?.network ?? 'MTN',
        ...lies,
      };
      const wrong = check('WebhookPayload', body);
      if (wrong.length > 0) throw new Error(`FeexPay would not send this: ${wrong.join('; ')}`);
      return body;
    },
    close: async (): Promise<void> => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

export type FeexpayServer = Awaited<ReturnType<typeof feexpayServer>>;
