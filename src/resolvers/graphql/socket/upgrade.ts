import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { STATUS_CODES } from 'node:http';

/**
 * The address a socket comes from: the connection's own, or, when that is a trusted proxy, the last one it tells of
 * that is not a trusted proxy itself.
 */
export function addressOf({ socket, headers }: Pick<IncomingMessage, 'socket' | 'headers'>, proxies: readonly string[]): string | null {
  const remote = socket.remoteAddress ?? null;
  if (remote === null || !proxies.includes(remote)) return remote;
  const told = [headers['x-forwarded-for'] ?? []].flat().join(',').split(',').map((part) => part.trim()).filter(Boolean);
  return told.findLast((address) => !proxies.includes(address)) ?? remote;
}

/**
 * A browser tells where its page comes from, and cannot lie: our own pages and the front-ends of the list may open
 * sockets. A program sends no origin.
 */
export function isKnownOrigin({ headers }: Pick<IncomingMessage, 'headers'>, origins: readonly string[]): boolean {
  const { origin, host } = headers;
  if (origin === undefined) return true;
  if (origins.includes(origin)) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}

/** Refuses an upgrade in plain HTTP. */
export function refuseUpgrade(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
