import { Redis } from 'ioredis';
import { newId } from '../../kernel/ids.ts';
import type { Logger } from '../logger.ts';
import type { LivePublication } from './append.ts';
import type { LiveSignal } from './signals.ts';

/**
 * Publishes live events to other processes. What cannot be sent is dropped: the sweep of the hub finds it in the table.
 */
export interface LiveBus {
  publish(publications: readonly LivePublication[]): void;
  /** What cannot be sent is lost. */
  signal(signal: LiveSignal): void;
  ping(): Promise<void>;
  close(): Promise<void>;
}

export interface BusParts {
  readonly url: string;
  readonly log: Logger;
  readonly onPublications: (publications: readonly LivePublication[]) => void;
  readonly onSignal: (signal: LiveSignal) => void;
  /** The connection is (again) there: something may have been missed meanwhile. */
  readonly onConnected: () => void;
}

const channel = 'atelier:live';

/** One message between processes. Those of the release before read the publications only. */
interface Sent {
  readonly from: string;
  readonly publications: readonly LivePublication[];
  readonly signal?: LiveSignal;
}

export function openRedisBus({ url, log, onPublications, onSignal, onConnected }: BusParts): LiveBus {
  const me = newId();
  // Nothing is queued while Redis is unreachable: the sweep finds the events in the table.
  const publisher = new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    connectionName: 'atelier-live',
  });
  const subscriber = new Redis(url, { autoResubscribe: false, connectionName: 'atelier-live' });
  for (const connection of [publisher, subscriber]) {
    connection.on('error', (error: Error) =>
      log.warn({ error }, 'Redis is away: live events of other processes come late'),
    );
  }
  subscriber.on(
    'ready',
    () =>
      void subscriber
        .subscribe(channel)
        .then(onConnected)
        .catch((error: unknown) => log.warn({ error }, 'Redis refused a subscription')),
  );
  subscriber.on('message', (_channel: string, text: string) => {
    const { from, publications, signal } = JSON.parse(text) as Sent;
    if (from === me) return;
    onPublications(publications);
    if (signal !== undefined) onSignal(signal);
  });
  const send = (sent: Omit<Sent, 'from'>): void =>
    void publisher.publish(channel, JSON.stringify({ from: me, ...sent })).catch(() => undefined);
  return {
    publish(publications) {
      send({ publications });
    },
    signal(signal) {
      send({ publications: [], signal });
    },
    async ping() {
      await publisher.ping();
    },
    async close() {
      publisher.disconnect();
      subscriber.disconnect();
    },
  };
}
