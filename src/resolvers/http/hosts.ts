import { isIP } from 'node:net';
import type { IncomingMessage } from 'node:http';
import { DomainError } from '../../services/kernel/errors.ts';
import type { Config } from '../../services/platform/config.ts';
import { isPrivate } from './health.ts';

export type HostConfig = Pick<Config, 'publicUrl' | 'HOST' | 'TRUSTED_HOSTS'>;

const authorityForm = /^(?<name>\[[\da-f:.]+\]|[^\s:/?#@[\]]+)(?::\d{1,5})?$/i;
const absoluteForm = /^[a-z][\w+.-]*:\/\/(?<authority>[^/?#]*)/i;
const everyAddress: ReadonlySet<string> = new Set(['0.0.0.0', '::', '[::]', '']);

/**
 * Paths that machines of the same network request by address: no page can make a browser send an address as a host
 * name.
 */
const probePaths: ReadonlySet<string> = new Set(['/health', '/ready', '/metrics']);

/** The host that a whole address names; undefined for a path alone, as nearly all requests have it. */
const authorityIn = (url = ''): string | undefined =>
  url.startsWith('/') ? undefined : absoluteForm.exec(url)?.groups?.['authority'];

/** The name in `name:port`, in one spelling; undefined when it is not of that form. */
function nameIn(authority: string | undefined): string | undefined {
  const name = authorityForm.exec(authority ?? '')?.groups?.['name']?.toLowerCase();
  return name === undefined || name === '.' ? undefined : name.replace(/\.$/, '');
}

const bracketed = (name: string): string => (isIP(name) === 6 ? `[${name}]` : name);

/** A foreign host name that resolves to this server would give its pages the same origin as ours. */
export interface HostCheck {
  /** The refusal of a request that was sent to a name that is not ours. */
  refusalOf(request: Pick<IncomingMessage, 'headers' | 'url'>, address: string | null): DomainError | undefined;
}

/** `Host` must be the name in PUBLIC_URL, one of this machine, the address that is listened on, or one of TRUSTED_HOSTS. */
export function createHostCheck({ publicUrl, HOST, TRUSTED_HOSTS }: HostConfig): HostCheck {
  const given = [new URL(publicUrl).hostname, ...(everyAddress.has(HOST) ? [] : [HOST]), ...TRUSTED_HOSTS];
  const known = new Set(['localhost', '127.0.0.1', '[::1]', ...given.map((name) => nameIn(bracketed(name)))]);
  const isKnown = (authority: string | undefined): boolean => {
    if (authority !== undefined && known.has(authority)) return true;
    const name = nameIn(authority);
    return name !== undefined && known.has(name);
  };
  return {
    refusalOf: (request, address) => {
      const { host } = request.headers;
      // The form of a request to a proxy names the host twice: RFC 9112, section 3.2.2.
      const named = authorityIn(request.url) ?? host;
      if (!isKnown(named)) return isProbe(request, address) ? undefined : refused(named);
      return isKnown(host) ? undefined : refused(host);
    },
  };
}

const refused = (host: string | undefined): DomainError => new DomainError('HOST_REFUSED', { host: host ?? null });

/** A health check from a private network, which addresses us by IP address or without a host. */
function isProbe(
  { url = '', headers: { host } }: Pick<IncomingMessage, 'headers' | 'url'>,
  address: string | null,
): boolean {
  const [path = ''] = url.split('?', 1);
  if (!probePaths.has(path) || address === null || !isPrivate(address)) return false;
  return host === undefined || isIP((nameIn(host) ?? '').replace(/^\[|\]$/g, '')) !== 0;
}
