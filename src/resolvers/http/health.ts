import { BlockList, isIP } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { DomainError } from '../../services/kernel/errors.ts';
import type { Metrics } from '../../services/platform/metrics.ts';

/** Throws, or takes too long, when the thing cannot be used. */
export type HealthCheck = () => Promise<unknown>;

export interface HealthNeeds {
  /** By name: database, storage, mail, payments … */
  readonly checks: Readonly<Record<string, HealthCheck>>;
  /** False before everything is open and once stopping has begun. */
  readonly isReady: () => boolean;
  readonly metrics: Metrics;
  readonly log: { error(details: object, message: string): void };
}

type State = 'ok' | 'failing';

const checkMilliseconds = 2_000;
/** Asking often costs nothing more: an answer is kept this long. */
const keepMilliseconds = 1_000;

/** `/health` for people and alarms, `/ready` for load balancers, `/metrics` for Prometheus on the private network. */
export function healthRoutes(app: FastifyInstance, needs: HealthNeeds): void {
  const examine = keeping(() => examineAll(needs));
  app.get('/health', async (_request, reply) => {
    const checks = await examine();
    const isWell = Object.values(checks).every((state) => state === 'ok');
    return reply.code(isWell ? 200 : 503).header('cache-control', 'no-store').send({ status: isWell ? 'ok' : 'failing', checks });
  });
  app.get('/ready', async (_request, reply) => {
    const isReady = needs.isReady();
    return reply.code(isReady ? 200 : 503).header('cache-control', 'no-store').send({ status: isReady ? 'ready' : 'not ready' });
  });
  app.get('/metrics', async (request, reply) => {
    if (!isPrivate(request.ip)) throw new DomainError('NOT_FOUND');
    return reply.type(needs.metrics.registry.contentType).send(await needs.metrics.registry.metrics());
  });
}

async function examineAll({ checks, log }: HealthNeeds): Promise<Record<string, State>> {
  const states = await Promise.all(Object.entries(checks).map(async ([name, check]): Promise<[string, State]> => {
    try {
      await Promise.race([check(), tooLong(name)]);
      return [name, 'ok'];
    } catch (error) {
      log.error({ error, check: name }, 'health check failed');
      return [name, 'failing'];
    }
  }));
  return Object.fromEntries(states);
}

const tooLong = (name: string): Promise<never> =>
  new Promise((_resolve, reject) => setTimeout(() => reject(new Error(`${name} did not answer`)), checkMilliseconds).unref());

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
for (const [network, prefix] of [['127.0.0.0', 8], ['10.0.0.0', 8], ['172.16.0.0', 12], ['192.168.0.0', 16], ['169.254.0.0', 16]] as const) privateNetworks.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of [['::1', 128], ['fc00::', 7], ['fe80::', 10]] as const) privateNetworks.addSubnet(network, prefix, 'ipv6');

/** Counts of a business are not for the world: a reverse proxy must not forward `/metrics`, and we do not answer others. */
export function isPrivate(address: string): boolean {
  const kind = isIP(address);
  return kind !== 0 && privateNetworks.check(address, kind === 6 ? 'ipv6' : 'ipv4');
}
