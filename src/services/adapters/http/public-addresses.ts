import { lookup as resolveName, type LookupAddress, type LookupOptions } from 'node:dns';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { GuardedFetchFailure } from './guarded-fetch-failure.ts';

/** Which addresses of the network may be asked. */
export interface AddressRules {
  readonly ports: readonly number[];
  /** This machine too, by `http:` and any port: for development and tests. */
  readonly allowsThisMachine: boolean;
  /** Another resolver of names, for tests. */
  readonly resolve?: typeof resolveName | undefined;
}

const localNames: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** The address, when it is one of the public network by its scheme, port and literal host. Names are checked when they are resolved. */
export function checkedUrl(text: string, rules: AddressRules): URL {
  const url = URL.parse(text);
  if (url === null) throw new GuardedFetchFailure('FORBIDDEN', 'NO_ADDRESS');
  if (url.username !== '' || url.password !== '') throw new GuardedFetchFailure('FORBIDDEN', 'CREDENTIALS_IN_ADDRESS');
  if (rules.allowsThisMachine && isOfThisMachine(url)) return url;
  checkPublic(url, rules.ports);
  return url;
}

function checkPublic({ protocol, port, hostname }: URL, ports: readonly number[]): void {
  if (protocol !== 'https:') throw new GuardedFetchFailure('FORBIDDEN', 'SCHEME');
  if (!ports.includes(Number(port || 443))) throw new GuardedFetchFailure('FORBIDDEN', 'PORT');
  const literal = hostname.replace(/^\[|\]$/g, '');
  if (ipaddr.isValid(literal) && !isPublic(literal)) throw new GuardedFetchFailure('FORBIDDEN', 'PRIVATE_ADDRESS');
}

const isOfThisMachine = ({ protocol, hostname }: URL): boolean =>
  (protocol === 'http:' || protocol === 'https:') && localNames.has(hostname);

const globalIpv6 = ipaddr.parseCIDR('2000::/3') as [ipaddr.IPv6, number];

/** Neither private, local, multicast, reserved, nor one that stands for another address: 6to4, Teredo, NAT64, carrier NAT. */
function isPublic(text: string): boolean {
  const address = ipaddr.process(text);
  return address.range() === 'unicast' && (address instanceof ipaddr.IPv4 || address.match(globalIpv6));
}

const isLoopback = (address: string): boolean => ipaddr.process(address).range() === 'loopback';

/**
 * Resolves a name for a connection: what was checked is what is connected to. One private address among several refuses them all.
 * Never called for literal addresses, which `checkedUrl` looks at.
 */
export const checkedLookup =
  ({ allowsThisMachine, resolve = resolveName }: AddressRules): LookupFunction =>
  (hostname: string, options: LookupOptions, callback) => {
    const isAllowed = allowsThisMachine && localNames.has(hostname) ? isLoopback : isPublic;
    resolve(hostname, { ...options, all: true }, (error, found) => {
      const [first] = (found as LookupAddress[] | undefined) ?? [];
      if (error || first === undefined)
        return callback(error ?? new GuardedFetchFailure('UNREACHABLE', 'NO_SUCH_HOST'), '');
      if (!found.every(({ address }) => isAllowed(address)))
        return callback(new GuardedFetchFailure('FORBIDDEN', 'PRIVATE_ADDRESS'), '');
      return options.all === true ? callback(null, found) : callback(null, first.address, first.family);
    });
  };
