import type { IncomingMessage } from 'node:http';
import { DomainError } from '../../../services/kernel/errors.ts';
import type { Config } from '../../../services/platform/config.ts';
import { createHostCheck, type HostConfig } from '../../http/hosts.ts';
import { isKnownOrigin, type OriginConfig } from '../../http/origins.ts';
import { createProxyCheck } from '../../http/trusted-proxies.ts';

export type UpgradeConfig = HostConfig & OriginConfig & Pick<Config, 'TRUSTED_PROXIES'>;

/** Checks a request for a socket before the upgrade. */
export interface UpgradeScreen {
  addressOf(request: Pick<IncomingMessage, 'socket' | 'headers'>): string | null;
  /** Why this request is refused, whoever the caller is. */
  refusalOf(request: IncomingMessage): DomainError | undefined;
}

const path = '/graphql';

export function createUpgradeScreen(config: UpgradeConfig): UpgradeScreen {
  const hosts = createHostCheck(config);
  const addressOf = addressReader(config.TRUSTED_PROXIES);
  return {
    addressOf,
    refusalOf: (request) => {
      const refusal = hosts.refusalOf(request, addressOf(request));
      if (refusal !== undefined) return refusal;
      if (request.url?.split('?', 1)[0] !== path) return new DomainError('NOT_FOUND');
      return isKnownOrigin(request.headers, config)
        ? undefined
        : new DomainError('ORIGIN_REFUSED', { origin: request.headers.origin });
    },
  };
}

/**
 * The address of a socket's client: that of the connection, or, when that is a trusted proxy, the last one it names
 * that is not a trusted proxy itself.
 */
function addressReader(proxies: readonly string[]): UpgradeScreen['addressOf'] {
  const isProxy = createProxyCheck(proxies);
  return ({ socket, headers }) => {
    const remote = socket.remoteAddress ?? null;
    if (!isProxy(remote)) return remote;
    const forwarded = [headers['x-forwarded-for'] ?? []]
      .flat()
      .join(',')
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean);
    return forwarded.findLast((address) => !isProxy(address)) ?? remote;
  };
}
