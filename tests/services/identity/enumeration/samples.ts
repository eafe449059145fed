/** Requests to one entry point in several ways, in turns, over real HTTP; and whether the answers distinguish them. */
import { Agent, request } from 'node:http';
import { performance } from 'node:perf_hooks';

/** What somebody outside sees of one answer. */
export interface Seen {
  /** Status, headers and body, without what is new in every answer. */
  readonly words: string;
  readonly milliseconds: number;
}

export interface Asked {
  readonly body: object;
  /** What the answer repeats of the question. */
  readonly echoed: string;
  readonly token?: string | undefined;
}

/** One connection, kept: a handshake would be most of the time. */
export class Outsider {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });
  readonly #url: string;

  constructor(url: string) {
    this.#url = `${url}/graphql`;
  }

  async ask({ body, echoed, token }: Asked): Promise<Seen> {
    const text = JSON.stringify(body);
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(text),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    };
    const began = performance.now();
    const answer = await new Promise<{
      status: number | undefined;
      headers: NodeJS.Dict<string | string[]>;
      text: string;
    }>((resolve, reject) => {
      const asking = request(this.#url, { method: 'POST', agent: this.#agent, headers }, (response) => {
        const parts: Buffer[] = [];
        response
          .on('data', (part: Buffer) => parts.push(part))
          .on('error', reject)
          .on('end', () =>
            resolve({ status: response.statusCode, headers: response.headers, text: Buffer.concat(parts).toString() }),
          );
      });
      asking.on('error', reject).end(text);
    });
    const milliseconds = performance.now() - began;
    return {
      milliseconds,
      words: JSON.stringify({
        status: answer.status,
        headers: sameEachTime(answer.headers),
        text: withoutId(answer.text).replaceAll(echoed, 'ECHO'),
      }),
    };
  }

  close(): void {
    this.#agent.destroy();
  }
}

const withoutId = (text: string): string => text.replace(/"requestId":"[^"]*"/g, '"requestId":"-"');

const sameEachTime = (headers: NodeJS.Dict<string | string[]>): [string, unknown][] =>
  Object.entries(headers)
    .filter(([name]) => name !== 'x-request-id' && name !== 'date')
    .toSorted(([a], [b]) => (a < b ? -1 : 1));

export const median = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;

/** How sure one can be that two samples differ: the two-sided p of Mann and Whitney’s U, by its normal approximation (enough above 20 each). */
export function mannWhitney(a: readonly number[], b: readonly number[]): number {
  const all = [...a.map((time) => ({ time, isFirst: true })), ...b.map((time) => ({ time, isFirst: false }))].toSorted(
    (x, y) => x.time - y.time,
  );
  let ranks = 0;
  for (const [i, { isFirst }] of all.entries()) if (isFirst) ranks += i + 1;
  const u = ranks - (a.length * (a.length + 1)) / 2;
  const spread = Math.sqrt((a.length * b.length * (a.length + b.length + 1)) / 12);
  return erfc(Math.abs(u - (a.length * b.length) / 2) / spread / Math.SQRT2);
}

/** Abramowitz and Stegun, 7.1.26: to seven places. */
function erfc(x: number): number {
  const t = 1 / (1 + 0.3275911 * x);
  return (
    t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429)))) * Math.exp(-x * x)
  );
}

/** What one way has shown so far. */
export interface Sampled {
  readonly way: string;
  readonly times: number[];
}

/** What the medians of two ways may differ by: two milliseconds, and a twentieth of what the entry point takes. */
const boundOf = (a: number, b: number, isHashing: boolean): number =>
  isHashing ? 2 : Math.min(2, 0.05 * Math.min(a, b));

const pairsOf = <T>(all: readonly T[]): [T, T][] =>
  all.flatMap((one, i) => all.slice(i + 1).map((other): [T, T] => [one, other]));

/**
 * The two ways that their times distinguish, in words; `null` when there are none. A twentieth of a hash of production
 * is more than two milliseconds: an entry point that hashes is held to the two milliseconds alone, because a hash costs
 * nothing in the test.
 */
export function timingDifference(
  samples: readonly Sampled[],
  { isHashing, share = 1 }: { isHashing: boolean; share?: number },
): string | null {
  for (const [one, other] of pairsOf(samples)) {
    const [a, b] = [median(one.times), median(other.times)];
    const isSmall = Math.abs(a - b) < share * boundOf(a, b, isHashing);
    if (!isSmall && (share < 1 || mannWhitney(one.times, other.times) < 0.001))
      return `${one.way} ${a.toFixed(2)} ms, ${other.way} ${b.toFixed(2)} ms`;
  }
  return null;
}
