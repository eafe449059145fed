import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { DomainError } from '../../services/kernel/errors.ts';
import { subscriberOf } from '../../services/kernel/network.ts';
import type { Logger } from '../../services/platform/logger.ts';
import { refuseRaw } from './raw-answer.ts';

export interface ConnectionLimits {
  /** What one address may hold at a time. */
  readonly perAddress: number;
  readonly isProxy: (address: string | undefined) => boolean;
  readonly log: Logger;
}

/** Counts what each address holds. */
class Held {
  readonly #counts = new Map<string, number>();
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** False when the address holds all it may. */
  take(address: string): boolean {
    const count = this.#counts.get(address) ?? 0;
    if (count >= this.#limit) return false;
    this.#counts.set(address, count + 1);
    return true;
  }

  release(address: string): void {
    const count = (this.#counts.get(address) ?? 0) - 1;
    if (count > 0) this.#counts.set(address, count);
    else this.#counts.delete(address);
  }
}

const tooMany = (limit: string, allowed: number): DomainError =>
  new DomainError('RATE_LIMITED', { limit, allowed, retryAfter: 1 });

/**
 * Limits the open connections of one address (an upgraded one counts, too). A trusted proxy carries everybody's
 * requests over its own connections: those are not counted, but its requests are, by the client they come from.
 */
export function limitConnections(server: Server, { perAddress, isProxy, log }: ConnectionLimits): void {
  const held = new Held(perAddress);
  server.prependListener('connection', (socket: Socket) => {
    if (socket.remoteAddress === undefined || isProxy(socket.remoteAddress)) return;
    const address = subscriberOf(socket.remoteAddress);
    if (!held.take(address)) {
      socket.on('error', () => socket.destroy());
      return refuseRaw(socket, tooMany('connections', perAddress), { log });
    }
    socket.once('close', () => held.release(address));
  });
}

/** Limits the concurrent requests of one client, over any number of connections. */
export function limitRequestsUnderWay(
  app: FastifyInstance,
  { perAddress }: Pick<ConnectionLimits, 'perAddress'>,
): void {
  const held = new Held(perAddress);
  app.addHook('onRequest', (request, reply, next) => {
    const address = subscriberOf(request.ip);
    if (!held.take(address)) return next(tooMany('requests', perAddress));
    reply.raw.once('close', () => held.release(address));
    next();
  });
}
