import { Agent, fetch, type Response } from 'undici';
import { GuardedFetchFailure } from './guarded-fetch-failure.ts';
import { checkedLookup, checkedUrl, type AddressRules } from './public-addresses.ts';

export interface GuardedRequest {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** `Authorization`: a redirect carries it to the same host only. */
  readonly authorization?: string | undefined;
  readonly body?: string;
  /** How many redirects are followed, each checked as the first address was; none unless said. */
  readonly mostRedirects?: number;
}

export interface GuardedAnswer {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  readonly text: string;
  /** Where the answer came from, after redirects. */
  readonly url: string;
}

export type GuardedFetch = (url: string, request?: GuardedRequest) => Promise<GuardedAnswer>;

export interface GuardedFetchLimits extends AddressRules {
  readonly connectMs: number;
  /** For all of it: names, redirects, the last byte. */
  readonly totalMs: number;
  /** Of an answer, decompressed. */
  readonly mostBytes: number;
}

const usual: GuardedFetchLimits = {
  ports: [443, 8443],
  allowsThisMachine: false,
  connectMs: 5_000,
  totalMs: 10_000,
  mostBytes: 5 * 1024 * 1024,
};

/**
 * Asks addresses that people typed: of the public network only, by https, bounded in time and size, without cookies and proxies. The
 * address that was checked is the one that is connected to.
 */
export function guardedFetch(given: Partial<GuardedFetchLimits> = {}): GuardedFetch {
  const limits = { ...usual, ...given };
  const dispatcher = new Agent({
    allowH2: false,
    keepAliveTimeout: 1_000,
    connect: { timeout: limits.connectMs, lookup: checkedLookup(limits) },
  });
  return async (url, request = {}) => {
    const signal = AbortSignal.timeout(limits.totalMs);
    const ask = (to: URL, isSameHost: boolean) =>
      fetch(to, {
        method: request.method ?? 'GET',
        headers: {
          'user-agent': 'Atelier',
          ...request.headers,
          ...(isSameHost && request.authorization !== undefined && { authorization: request.authorization }),
        },
        body: request.body ?? null,
        ...{ redirect: 'manual', dispatcher, signal },
      });
    try {
      const { response, from } = await follow(url, { limits, ask, mostRedirects: request.mostRedirects ?? 0 });
      const text = await readText(response, limits.mostBytes);
      return { status: response.status, headers: response.headers, text, url: from.href };
    } catch (error) {
      throw failureOf(error);
    }
  };
}

interface Following {
  readonly limits: GuardedFetchLimits;
  readonly ask: (to: URL, isSameHost: boolean) => Promise<Response>;
  readonly mostRedirects: number;
}

const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

async function follow(
  url: string,
  { limits, ask, mostRedirects }: Following,
): Promise<{ readonly response: Response; readonly from: URL }> {
  const first = checkedUrl(url, limits);
  let from = first;
  for (let left = mostRedirects; ; left--) {
    const response = await ask(from, from.origin === first.origin);
    if (!redirects.has(response.status)) return { response, from };
    await response.body?.cancel();
    const location = URL.parse(response.headers.get('location') ?? '', from);
    if (left === 0 || location === null) throw new GuardedFetchFailure('FORBIDDEN', 'REDIRECT');
    from = checkedUrl(location.href, limits);
  }
}

/** Counted while it comes: what a header says of it proves nothing, and a small body may be a large text. */
async function readText(response: Response, mostBytes: number): Promise<string> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    length += part.length;
    // Leaving the loop cancels the rest.
    if (length > mostBytes) throw new GuardedFetchFailure('UNREADABLE', 'TOO_LARGE');
    parts.push(part);
  }
  return new TextDecoder().decode(Buffer.concat(parts));
}

/** Ours is the cause when a name was refused while connecting. */
function failureOf(error: unknown): GuardedFetchFailure {
  const cause: unknown = Reflect.get(Object(error), 'cause');
  for (const each of [error, cause]) if (each instanceof GuardedFetchFailure) return each;
  const code = String(Reflect.get(Object(cause), 'code') ?? Reflect.get(Object(error), 'name'));
  if (code.startsWith('Z_') || code.startsWith('ERR_') || code.startsWith('HPE_'))
    return new GuardedFetchFailure('UNREADABLE', 'BROKEN', error);
  return new GuardedFetchFailure('UNREACHABLE', unreachable.get(code) ?? 'NO_ANSWER', error);
}

const unreachable: ReadonlyMap<string, string> = new Map([
  ['TimeoutError', 'TOO_SLOW'],
  ['UND_ERR_CONNECT_TIMEOUT', 'TOO_SLOW'],
  ['ENOTFOUND', 'NO_SUCH_HOST'],
  ['EAI_AGAIN', 'NO_SUCH_HOST'],
  ['ECONNREFUSED', 'NO_CONNECTION'],
]);
