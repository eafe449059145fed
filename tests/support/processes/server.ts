/** The whole product in a process of its own that a test may kill: prints the address it listens on, and on SIGUSR2 what it holds. */
import { readdirSync } from 'node:fs';
import type { EventEmitter } from 'node:events';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createApp } from '../../../src/app.ts';
import { serve } from '../../../src/serve.ts';
import { readConfig } from '../../../src/services/platform/config.ts';
import type { DatabaseSettings } from '../../../src/services/platform/orm/orm.ts';

const database = JSON.parse(process.env['TEST_DATABASE'] ?? '{}') as DatabaseSettings;
const ahead = Number(process.env['CLOCK_AHEAD_MS'] ?? 0);
const app = await createApp(readConfig(), { database, clock: { now: () => new Date(Date.now() + ahead) } });
// A machine that runs other tests besides lags: that would turn away whoever has not signed in yet.
const served = await serve(app, { load: { isOverloaded: () => false, stop: () => undefined } });
app.worker.start();
process.stdout.write(`listens ${served.url}\n`);
process.once(
  'SIGTERM',
  () =>
    void served
      .stop()
      .then(() => app.close())
      .then(() => process.exit(0)),
);

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
const listenersOf = (emitter: EventEmitter): number =>
  emitter.eventNames().reduce((count, name) => count + emitter.listenerCount(name), 0);
process.on('SIGUSR2', () => {
  collect();
  const { rss, heapUsed, external } = process.memoryUsage();
  const { sockets, streams } = served.sockets.counts();
  const held = {
    descriptors: readdirSync('/proc/self/fd').length,
    listeners: listenersOf(served.http.server) + listenersOf(process),
    sockets,
    streams,
    rss,
    own: heapUsed + external,
  };
  process.stdout.write(`holds ${JSON.stringify(held)}\n`);
});
