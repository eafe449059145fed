import { isIPv4, isIPv6 } from 'node:net';

/** The network of an address, as the audit log stores it: /24 for IPv4, /48 for IPv6; null when it is neither. */
export function networkOf(address: string | null): string | null {
  if (address === null) return null;
  const plain = unmapped(address);
  if (isIPv4(plain)) return `${plain.split('.').slice(0, 3).join('.')}.0/24`;
  return isIPv6(plain) ? `${groupsOf(plain).slice(0, 3).join(':')}::/48` : null;
}

/**
 * What rate limits count by: the full IPv4 address, or the /64 of an IPv6 one, which is what one subscriber is given.
 */
export function subscriberOf(address: string | null): string {
  const plain = unmapped(address ?? 'unknown');
  return plain.includes(':') && isIPv6(plain) ? `${groupsOf(plain).slice(0, 4).join(':')}::/64` : plain;
}

/** An IPv4 address written as IPv6, as dual-stack sockets report it, is converted to IPv4. */
const unmapped = (address: string): string =>
  address.toLowerCase().startsWith('::ffff:') && isIPv4(address.slice(7)) ? address.slice(7) : address;

function groupsOf(address: string): string[] {
  const [plain = ''] = address.toLowerCase().split('%');
  const [head = '', tail] = plain.split('::');
  const start = head === '' ? [] : head.split(':');
  const end = tail === undefined || tail === '' ? [] : tail.split(':');
  const missing = tail === undefined ? 0 : Math.max(0, 8 - start.length - end.length);
  return [...start, ...Array<string>(missing).fill('0'), ...end].map((group) => group.replace(/^0+(?=.)/, ''));
}
