import { BlockList, isIP } from 'node:net';

/** Is an address one of TRUSTED_PROXIES: addresses, or networks written as `10.0.0.0/8`? */
export function createProxyCheck(proxies: readonly string[]): (address: string | null | undefined) => boolean {
  const list = new BlockList();
  for (const proxy of proxies) {
    const [network = '', prefix] = proxy.split('/');
    const kind = isIP(network);
    if (kind === 0) continue;
    const family = kind === 6 ? 'ipv6' : 'ipv4';
    if (prefix === undefined) list.addAddress(network, family);
    else list.addSubnet(network, Number(prefix), family);
  }
  return (address) => {
    const kind = isIP(address ?? '');
    // An IPv4 address written as IPv6, as dual-stack sockets report it, matches too.
    return kind !== 0 && list.check(address as string, kind === 6 ? 'ipv6' : 'ipv4');
  };
}
