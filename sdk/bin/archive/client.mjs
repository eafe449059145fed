import { request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import { setTimeout as sleep } from 'node:timers/promises';
import { documents } from './documents.mjs';
import { exitCodes, NotReached, Refused, Stop } from './ends.mjs';

const tus = { 'tus-resumable': '1.0.0' };
const answerMs = 30_000;
const quietMs = 120_000;
const attempts = 8;
const longestPauseMs = 8_000;

/** What is worth another try: a connection that broke, a server that stops or is busy. */
class Again extends Error {
  constructor(message, { cause, waitMs } = {}) {
    super(message, { cause });
    this.waitMs = waitMs;
  }
}

/** The server, as this program uses it: GraphQL, and tus 1.0 for the bytes. */
export class Client {
  #server;
  #token;

  constructor({ server, token }) {
    this.#server = server;
    this.#token = token;
  }

  /** An operation of the API. Errors: `Refused` with its code, `NotReached`. */
  ask(name, variables) {
    return untilReached(() => this.#askOnce(name, variables));
  }

  receiptKeys() {
    return untilReached(async () => (await this.#fetch('/receipts/keys')).json().then(({ keys }) => keys));
  }

  /** Where an upload stands: what is durable; undefined when it cannot go on. */
  offsetOf(url) {
    return untilReached(async () => {
      const answer = await this.#fetch(url, { method: 'HEAD', headers: tus });
      if (answer.ok) return Number(answer.headers.get('upload-offset'));
      if (isPassing(answer.status))
        throw new Again(`the server answers ${answer.status}`, { waitMs: waitOf(answer.headers) });
      requireSignedIn(answer.status);
      return undefined;
    });
  }

  /** Sends bytes from an offset on. Resolves once they are durable; rejects with `Again` when the connection breaks. */
  async send(url, { offset, length, bytes }) {
    const target = new URL(url);
    const open = target.protocol === 'https:' ? secureRequest : plainRequest;
    const headers = {
      ...tus,
      ...this.#authorization(),
      'content-type': 'application/offset+octet-stream',
      'content-length': length,
      'upload-offset': offset,
    };
    const request = open(target, { method: 'PATCH', headers });
    request.setTimeout(quietMs, () => request.destroy(new Error('the connection is quiet')));
    const answered = new Promise((resolve, reject) => {
      request.once('response', (answer) => {
        answer.resume();
        resolve(answer);
      });
      request.on('error', (cause) => reject(new Again('the connection broke', { cause })));
      request.once('close', () => reject(new Again('the connection broke')));
    });
    answered.catch(() => undefined);
    try {
      for await (const piece of bytes) if (!(await written(request, piece, answered))) break;
    } catch (error) {
      request.destroy();
      throw error;
    }
    request.end();
    requireTaken(await answered);
  }

  /** Runs `work` until the server is reached, with growing pauses; `isFurther` says that the last try brought something. */
  static persisting(work, isFurther) {
    return untilReached(work, isFurther);
  }

  #authorization() {
    return { authorization: `Bearer ${this.#token}` };
  }

  async #fetch(path, { headers = {}, ...options } = {}) {
    const signal = AbortSignal.timeout(answerMs);
    try {
      return await fetch(new URL(path, this.#server), {
        ...options,
        signal,
        headers: { ...this.#authorization(), ...headers },
      });
    } catch (cause) {
      throw new Again('no answer', { cause });
    }
  }

  async #askOnce(name, variables) {
    const answer = await this.#fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: documents[name], variables }),
    });
    const body = await answer.json().catch((cause) => {
      throw new Again(`the server answers ${answer.status}`, { cause });
    });
    const [error] = body.errors ?? [];
    if (error === undefined) return body.data;
    const { code, details } = error.extensions ?? {};
    if (code === 'UNAUTHENTICATED') requireSignedIn(401);
    if (passing.has(code)) throw new Again(error.message, { waitMs: (details?.retryAfter ?? 0) * 1_000 });
    throw new Refused(code ?? 'INTERNAL', error.message);
  }
}

const passing = new Set(['UNAVAILABLE', 'RATE_LIMITED', 'CONFLICT', 'REQUEST_TIMED_OUT', 'INTERNAL']);
const isPassing = (status) => [409, 423, 429].includes(status) || (status >= 500 && status !== 507);
const waitOf = (headers) => Number(headers.get?.('retry-after') ?? headers['retry-after'] ?? 0) * 1_000;

function requireSignedIn(status) {
  if (status === 401)
    throw new Stop(
      'The server does not know the token: give a current one (ATELIER_TOKEN or --token-file).',
      exitCodes.refused,
    );
}

function requireTaken({ statusCode, headers }) {
  if (statusCode === 204) return;
  requireSignedIn(statusCode);
  if (isPassing(statusCode)) throw new Again(`the server answers ${statusCode}`, { waitMs: waitOf(headers) });
  throw new Refused(String(headers['upload-error'] ?? statusCode), `the server answers ${statusCode}`);
}

/** Waits while the connection takes no more; false once the server has answered. */
async function written(request, piece, answered) {
  let hasAnswered = false;
  if (request.destroyed || !request.write(piece))
    await Promise.race([
      new Promise((resolve) => request.once('drain', resolve)),
      answered.then(() => (hasAnswered = true)),
    ]);
  return !hasAnswered;
}

async function untilReached(work, isFurther = () => false) {
  for (let failed = 0; ;) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Again)) throw error;
      failed = isFurther() ? 1 : failed + 1;
      if (failed >= attempts) throw new NotReached(`The server is not reached: ${error.message}.`, { cause: error });
      await sleep(error.waitMs || Math.min(250 * 2 ** failed, longestPauseMs));
    }
  }
}
