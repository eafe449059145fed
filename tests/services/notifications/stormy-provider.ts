/** A server that speaks just enough of SendGrid to be a bad day of it; what it accepts, it keeps. */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SentBody } from '../adapters/mail/sendgrid-server.ts';

export interface Accepted {
  readonly deliveryId: string;
  readonly stream: string;
  /** The connection was cut before the answer arrived. */
  readonly cut: boolean;
}

/** Mulberry32: the same storm for the same seed. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * 30 % of requests get 500, 10 % get 429, 5 % never get an answer and are not taken, 2 % are taken and then cut.
 * Each delivery has its own weather, in the order in which they first come: timing changes nothing.
 * A delivery is left in doubt at most once: twice is given up by design, and has its own test.
 */
export async function stormyProvider(seed: number) {
  const accepted: Accepted[] = [];
  const inDoubt = new Set<string>();
  const streams = new Map<string, number>();
  const weather = new Map<string, () => number>();
  const answers = { refused: 0, slowed: 0, hung: 0, cut: 0 };

  const accept = (body: SentBody, cut: boolean): void => {
    const [to] = body.personalizations;
    accepted.push({ deliveryId: to?.custom_args['delivery_id'] as string, stream: to?.to[0]?.email as string, cut });
  };
  const weatherOf = (id: string, stream: string): (() => number) => {
    const known = weather.get(id);
    if (known !== undefined) return known;
    const fresh = randomFrom(
      [...`${seed} ${stream} ${streams.get(stream) ?? 0}`].reduce(
        (sum, letter) => Math.imul(sum, 31) + letter.charCodeAt(0),
        7,
      ),
    );
    streams.set(stream, (streams.get(stream) ?? 0) + 1);
    weather.set(id, fresh);
    return fresh;
  };
  const answer = (body: SentBody, response: ServerResponse): void => {
    const id = body.personalizations[0]?.custom_args['delivery_id'] as string;
    const draw = weatherOf(id, body.personalizations[0]?.to[0]?.email as string)();
    if (draw < 0.3) return void ((answers.refused += 1), response.writeHead(500).end());
    if (draw < 0.4) return void ((answers.slowed += 1), response.writeHead(429, { 'retry-after': '2' }).end());
    if (draw < 0.47 && !inDoubt.has(id)) {
      inDoubt.add(id);
      if (draw < 0.45) return void (answers.hung += 1);
      answers.cut += 1;
      accept(body, true);
      return void response.socket?.resetAndDestroy();
    }
    accept(body, false);
    response.writeHead(202, { 'x-message-id': `sg-${accepted.length}` }).end();
  };

  const server = createServer((request, response) => {
    let raw = '';
    request.on('data', (chunk) => (raw += chunk)).on('end', () => answer(JSON.parse(raw) as SentBody, response));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    accepted,
    answers,
    inDoubt,
    close: () =>
      new Promise<void>((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
