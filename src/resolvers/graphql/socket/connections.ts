import type { WebSocket } from 'ws';
import { idOf, type Actor } from '../../../services/access/actor.ts';
import type { Clock } from '../../../services/kernel/clock.ts';
import { subscriberOf } from '../../../services/kernel/network.ts';
import { closeCodes, type SocketLimits } from './socket-limits.ts';

/** One open WebSocket. */
export interface Connection {
  readonly socket: WebSocket;
  readonly address: string;
  actor: Actor | undefined;
  /** When the token that opened it ends, in milliseconds of the epoch. */
  expiresAt: number;
  /** Monotonic times, in milliseconds. */
  activeAt: number;
  pingAt: number;
  closingAt: number | undefined;
  isAwaitingPong: boolean;
  subscriptions: number;
  /** Messages that may still be received before the socket is too fast. */
  allowance: number;
  allowanceAt: number;
}

/** Who holds a socket, for closing those of one session, one person, one role. */
export type SocketHolder = Pick<Actor, 'userId' | 'sessionId' | 'role'>;

/** How many sockets each key has, without walking all of them. */
class Tally {
  readonly #counts = new Map<string | null, number>();

  of(key: string | null): number {
    return this.#counts.get(key) ?? 0;
  }

  add(key: string | null, change: 1 | -1): void {
    const count = this.of(key) + change;
    if (count === 0) this.#counts.delete(key);
    else this.#counts.set(key, count);
  }
}

const monotonic = (): number => performance.now();

/** All open sockets: how many each person and address has, and one timer for all of them. */
export class Connections {
  readonly #open = new Set<Connection>();
  readonly #ofAddresses = new Tally();
  readonly #ofPeople = new Tally();
  readonly #limits: SocketLimits;
  readonly #clock: Clock;
  readonly #timer: NodeJS.Timeout;

  constructor(limits: SocketLimits, clock: Clock) {
    this.#limits = limits;
    this.#clock = clock;
    this.#timer = setInterval(() => this.sweep(), limits.sweep).unref();
  }

  get size(): number {
    return this.#open.size;
  }

  /** May this address open one more? */
  hasCapacityFor(address: string | null): boolean {
    if (this.#open.size >= this.#limits.sockets) return false;
    return this.#ofAddresses.of(subscriberOf(address)) < this.#limits.socketsPerAddress;
  }

  add(socket: WebSocket, address: string | null): Connection {
    const now = monotonic();
    const connection: Connection = {
      socket,
      address: subscriberOf(address),
      actor: undefined,
      expiresAt: Infinity,
      activeAt: now,
      pingAt: now + this.#limits.ping,
      closingAt: undefined,
      isAwaitingPong: false,
      subscriptions: 0,
      allowance: this.#limits.messageBurst,
      allowanceAt: now,
    };
    this.#open.add(connection);
    this.#ofAddresses.add(connection.address, 1);
    return connection;
  }

  remove(connection: Connection): void {
    if (!this.#open.delete(connection)) return;
    this.#ofAddresses.add(connection.address, -1);
    if (connection.actor !== undefined) this.#ofPeople.add(idOf(connection.actor), -1);
  }

  /** Assigns a socket to a person; false when the person has too many already. */
  admit(connection: Connection, actor: Actor, expiresAt: Date | null): boolean {
    const person = idOf(actor);
    if (this.#ofPeople.of(person) >= this.#limits.socketsPerPerson) return false;
    if (connection.actor !== undefined) this.#ofPeople.add(idOf(connection.actor), -1);
    this.#ofPeople.add(person, 1);
    connection.actor = actor;
    connection.expiresAt = expiresAt?.getTime() ?? Infinity;
    return true;
  }

  /** Counts one message: a bucket of `messageBurst`, filled at `messagesPerSecond`. False when it is empty. */
  maySend(connection: Connection): boolean {
    const { messagesPerSecond, messageBurst } = this.#limits;
    const now = monotonic();
    const earned = ((now - connection.allowanceAt) / 1_000) * messagesPerSecond;
    connection.allowance = Math.min(messageBurst, connection.allowance + earned) - 1;
    connection.allowanceAt = now;
    connection.activeAt = now;
    return connection.allowance >= 0;
  }

  /** Writes to a socket, and closes one whose reader does not keep up. */
  send(connection: Connection, text: string | Buffer): void {
    const { socket } = connection;
    if (socket.readyState !== socket.OPEN) return;
    if (socket.bufferedAmount > this.#limits.buffered)
      return this.close(connection, closeCodes.tryAgainLater, 'Too slow');
    socket.send(text, { binary: false });
  }

  close(connection: Connection, code: number, reason: string): void {
    connection.closingAt ??= monotonic();
    connection.socket.close(code, reason);
  }

  /** Closes the sockets of some people; returns how many. */
  closeWhere(
    predicate: (holder: SocketHolder) => boolean,
    code: number = closeCodes.forbidden,
    reason = 'Forbidden',
  ): number {
    const chosen = [...this.#open].filter(
      ({ actor, closingAt }) => closingAt === undefined && actor !== undefined && predicate(actor),
    );
    for (const connection of chosen) this.close(connection, code, reason);
    return chosen.length;
  }

  sessionIds(): ReadonlySet<string> {
    const ids = [...this.#open].map(({ actor }) => actor?.sessionId);
    return new Set(ids.filter((id) => typeof id === 'string'));
  }

  /** Closes everything; resolves when every socket is closed. */
  async stop(): Promise<void> {
    for (const connection of this.#open) this.close(connection, closeCodes.goingAway, 'Going away');
    const deadline = monotonic() + this.#limits.sweep;
    while (this.#open.size > 0 && monotonic() < deadline) await new Promise((resolve) => setTimeout(resolve, 10));
    clearInterval(this.#timer);
    for (const { socket } of this.#open) socket.terminate();
  }

  /** Checks for expired tokens, idle sockets, slow readers and lost connections. */
  sweep(): void {
    const now = monotonic();
    const today = this.#clock.now().getTime();
    for (const connection of this.#open) {
      const { socket, closingAt } = connection;
      if (closingAt !== undefined) {
        if (now - closingAt >= this.#limits.sweep) socket.terminate();
      } else if (connection.expiresAt <= today) this.close(connection, closeCodes.forbidden, 'Token expired');
      else if (socket.bufferedAmount > this.#limits.buffered)
        this.close(connection, closeCodes.tryAgainLater, 'Too slow');
      else if (connection.subscriptions === 0 && now - connection.activeAt >= this.#limits.idle)
        this.close(connection, closeCodes.done, 'Idle');
      else this.#ping(connection, now);
    }
  }

  #ping(connection: Connection, now: number): void {
    if (now < connection.pingAt) return;
    if (connection.isAwaitingPong) return connection.socket.terminate();
    connection.isAwaitingPong = true;
    connection.pingAt = now + this.#limits.ping;
    connection.socket.ping();
  }
}
