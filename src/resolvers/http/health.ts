import { BlockList, isIP } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { DomainError } from '../../services/kernel/errors.ts';
import type { Metrics } from '../../services/platform/metrics.ts';

/** What a check may report about something that works, for now. */
export class HealthFinding {
  /** Of a disk. */
  readonly freeBytes: number | undefined;
  /** Why it will not do for long; `undefined` when all is well. */
  readonly concern: string | undefined;

  constructor(freeBytes: number | undefined, concern?: string) {
    this.freeBytes = freeBytes;
    this.concern = concern;
  }
}

/** A reason that anybody may read: it names no folder and no address. Other reasons are only logged. */
export class HealthFailure extends Error {
  override name = 'HealthFailure';
}

/** Throws, or takes too long, when the thing does not work. */
export type HealthCheck = () => Promise<unknown>;

export interface HealthParts {
  /** By name: database, storage, mail, payments … */
  readonly checks: Readonly<Record<string, HealthCheck>>;
  /** False before the start has completed and once stopping has begun. */
  readonly isReady: () => boolean;
  readonly metrics: Metrics;
  readonly log: { error(details: object, message: string): void };
}

type State = 'ok' | 'degraded' | 'failing';

interface Examined {
  readonly state: State;
  readonly reason?: string | undefined;
  readonly freeBytes?: number | undefined;
}

const checkMilliseconds = 2_000;
/** How long a result is cached, so that frequent requests cost nothing. */
const keepMilliseconds = 1_000;

/** `/health` for people and alarms, `/ready` for load balancers, `/metrics` for Prometheus on the private network. */
export function healthRoutes(app: FastifyInstance, parts: HealthParts): void {
  const examine = keeping(() => examineAll(parts));
  app.get('/health', async (_request, reply) => {
    const answer = healthAnswer(await examine());
    return reply
      .code(answer.status === 'failing' ? 503 : 200)
      .header('cache-control', 'no-store')
      .send(answer);
  });
  app.get('/ready', async (_request, reply) => {
    const isReady = parts.isReady();
    return reply
      .code(isReady ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ status: isReady ? 'ready' : 'not ready' });
  });
  app.get('/metrics', async (request, reply) => {
    if (!isPrivate(request.ip)) throw new DomainError('NOT_FOUND');
    return reply.type(parts.metrics.registry.contentType).send(await parts.metrics.registry.metrics());
  });
}

/** The result of each check, and its details: why it failed, and how much disk space is left. */
function healthAnswer(examined: ReadonlyMap<string, Examined>) {
  const states = [...examined.values()].map(({ state }) => state);
  const status: State = states.includes('failing') ? 'failing' : states.includes('degraded') ? 'degraded' : 'ok';
  const part = <T>(of: (found: Examined) => T | undefined): Record<string, T> | undefined => {
    const details = [...examined].flatMap(([name, found]) =>
      of(found) === undefined ? [] : [[name, of(found) as T] as const],
    );
    return details.length === 0 ? undefined : Object.fromEntries(details);
  };
  return {
    status,
    checks: part(({ state }) => state),
    reasons: part(({ reason }) => reason),
    freeBytes: part(({ freeBytes }) => freeBytes),
  };
}

async function examineAll({ checks, log }: HealthParts): Promise<ReadonlyMap<string, Examined>> {
  return new Map(
    await Promise.all(
      Object.entries(checks).map(async ([name, check]): Promise<[string, Examined]> => {
        try {
          const found = await Promise.race([check(), tooLong(name)]);
          if (!(found instanceof HealthFinding)) return [name, { state: 'ok' }];
          return [
            name,
            {
              state: found.concern === undefined ? 'ok' : 'degraded',
              reason: found.concern,
              freeBytes: found.freeBytes,
            },
          ];
        } catch (error) {
          log.error({ error, check: name }, 'health check failed');
          return [name, { state: 'failing', reason: error instanceof HealthFailure ? error.message : undefined }];
        }
      }),
    ),
  );
}

const tooLong = (name: string): Promise<never> =>
  new Promise((_resolve, reject) =>
    setTimeout(() => reject(new Error(`${name} did not answer`)), checkMilliseconds).unref(),
  );

function keeping<T>(find: () => Promise<T>): () => Promise<T> {
  let kept: { at: number; value: Promise<T> } | undefined;
  return () => {
    const now = performance.now();
    if (!kept || now - kept.at > keepMilliseconds) kept = { at: now, value: find() };
    return kept.value;
  };
}

/** Loopback and the private ranges of RFC 1918, RFC 4193 and RFC 3927. */
const privateNetworks = new BlockList();
for (const [network, prefix] of [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['169.254.0.0', 16],
] as const)
  privateNetworks.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of [
  ['::1', 128],
  ['fc00::', 7],
  ['fe80::', 10],
] as const)
  privateNetworks.addSubnet(network, prefix, 'ipv6');

/** Business figures are not public: a reverse proxy must not forward `/metrics`, and other addresses are refused. */
export function isPrivate(address: string): boolean {
  const kind = isIP(address);
  return kind !== 0 && privateNetworks.check(address, kind === 6 ? 'ipv6' : 'ipv4');
}
