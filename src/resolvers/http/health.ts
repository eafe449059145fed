import { BlockList, isIP } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { DomainError } from '../../services/kernel/errors.ts';
import { stateOfAll, type Examined, type Health } from '../../services/platform/health.ts';
import type { Metrics } from '../../services/platform/metrics.ts';

export interface HealthParts {
  readonly health: Health;
  /** False before the start has completed and once stopping has begun. */
  readonly isReady: () => boolean;
  readonly metrics: Metrics;
}

/** `/health` for people and alarms, `/ready` for load balancers, `/metrics` for Prometheus on the private network. */
export function healthRoutes(app: FastifyInstance, parts: HealthParts): void {
  app.get('/health', async (_request, reply) => {
    const answer = healthAnswer(await parts.health.examine());
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

/** The result of each check, and its details: why it failed, how much disk space is left, when a restore was last practised. */
function healthAnswer(examined: ReadonlyMap<string, Examined>) {
  const part = <T>(of: (found: Examined) => T | undefined): Record<string, T> | undefined => {
    const details = [...examined].flatMap(([name, found]) =>
      of(found) === undefined ? [] : [[name, of(found) as T] as const],
    );
    return details.length === 0 ? undefined : Object.fromEntries(details);
  };
  return {
    status: stateOfAll(examined),
    checks: part(({ state }) => state),
    reasons: part(({ reason }) => reason),
    freeBytes: part(({ freeBytes }) => freeBytes),
    ...part(({ details }) => details),
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
