import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { ReadContext } from './context.ts';

/** A gauge of a domain, read from the database whenever the metrics are read: cheap, by an index. */
export interface MetricDefinition {
  readonly name: string;
  readonly help: string;
  readonly labelNames?: readonly string[];
  /** A value for each set of labels; none where there is nothing to say. */
  readonly read: (
    asked: Pick<ReadContext, 'db' | 'now'>,
  ) => Promise<readonly { readonly labels?: Readonly<Record<string, string>>; readonly value: number }[]>;
}

/** Values that are read from the database whenever the metrics are read. */
export interface MetricSources {
  /** Where the domains count what happens; a registry of its own unless given. */
  readonly registry?: Registry;
  readonly ambiguousDeliveries?: () => Promise<number>;
  /** From the database, so that a server whose jobs run in another process reports them too. */
  readonly dueJobs?: () => Promise<{ readonly waiting: number; readonly lagSeconds: number }>;
  /** Those of the domains, and what they are read with. */
  readonly ofDomains?: {
    readonly definitions: readonly MetricDefinition[];
    readonly asked: () => Pick<ReadContext, 'db' | 'now'>;
  };
}

/** A gauge that calls its source whenever it is read; without a source it stays at zero. */
const readFrom = (source: (() => Promise<number>) | undefined): { collect?: (this: Gauge) => Promise<void> } =>
  source === undefined
    ? {}
    : {
        async collect() {
          this.set(await source());
        },
      };

const requestMetrics = (registers: Registry[]) => ({
  requests: new Counter({
    name: 'http_requests_total',
    help: 'HTTP requests by route and status',
    labelNames: ['route', 'status'],
    registers,
  }),
  requestSeconds: new Histogram({
    name: 'http_request_seconds',
    help: 'HTTP request duration',
    labelNames: ['route'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers,
  }),
  operations: new Counter({
    name: 'graphql_operations_total',
    help: 'GraphQL operations by name and outcome',
    labelNames: ['operation', 'outcome'],
    registers,
  }),
  sockets: new Gauge({ name: 'websocket_connections', help: 'Open WebSocket connections', registers }),
  subscriptions: new Gauge({ name: 'graphql_subscriptions', help: 'Open subscriptions', registers }),
});

const jobMetrics = (registers: Registry[], { ambiguousDeliveries, dueJobs }: MetricSources) => ({
  jobs: new Counter({
    name: 'jobs_total',
    help: 'Jobs by kind and outcome',
    labelNames: ['kind', 'outcome'],
    registers,
  }),
  jobsWaiting: new Gauge({
    name: 'jobs_waiting',
    help: 'Jobs that are due and not yet run',
    registers,
    ...readFrom(dueJobs && (async () => (await dueJobs()).waiting)),
  }),
  outboxLag: new Gauge({
    name: 'outbox_lag_seconds',
    help: 'Age of the oldest job that is due',
    registers,
    ...readFrom(dueJobs && (async () => (await dueJobs()).lagSeconds)),
  }),
  outboxAmbiguous: new Gauge({
    name: 'outbox_ambiguous_total',
    help: 'Attempts at mails whose outcome is unknown after a crash or a time-out',
    registers,
    ...readFrom(ambiguousDeliveries),
  }),
});

function addDomainMetrics(
  registers: Registry[],
  { definitions, asked }: NonNullable<MetricSources['ofDomains']>,
): void {
  for (const { name, help, labelNames = [], read } of definitions)
    new Gauge({
      name,
      help,
      labelNames: [...labelNames],
      registers,
      async collect() {
        const values = await read(asked());
        this.reset();
        // Without labels a gauge that is reset says 0: one that has nothing to say is taken out.
        if (values.length === 0) this.remove({});
        for (const { labels = {}, value } of values) this.set(labels, value);
      },
    });
}

/** The server's metrics, for Prometheus. One registry per app, so that tests do not share counts. */
export function createMetrics(sources: MetricSources = {}) {
  const registry = sources.registry ?? new Registry();
  if (sources.ofDomains !== undefined) addDomainMetrics([registry], sources.ofDomains);
  return {
    registry,
    ...requestMetrics([registry]),
    ...jobMetrics([registry], sources),
    /** Node's own metrics, event-loop lag among them; called once by the server. */
    watchProcess: () => collectDefaultMetrics({ register: registry }),
  };
}

export type Metrics = ReturnType<typeof createMetrics>;
