/** The part of the server that money passes through, in a process that a test may kill: webhooks over HTTP, and jobs. */
import { createApp } from '../../../src/app.ts';
import { createHttpServer } from '../../../src/resolvers/http/http-server.ts';
import { webhookRoutes } from '../../../src/resolvers/http/webhooks.ts';
import { providersAble } from '../../../src/services/adapters/payments/port.ts';
import { system } from '../../../src/services/access/actor.ts';
import { readConfig } from '../../../src/services/platform/config.ts';
import type { DatabaseSettings } from '../../../src/services/platform/orm/orm.ts';

const database = JSON.parse(process.env['TEST_DATABASE'] ?? '{}') as DatabaseSettings;
const ahead = Number(process.env['CLOCK_AHEAD_MS'] ?? 0);
const config = readConfig();
const app = await createApp(config, { database, clock: { now: () => new Date(Date.now() + ahead) } });
const http = await createHttpServer({ config, log: app.log, metrics: app.metrics });
webhookRoutes(http, {
  providers: providersAble(app.services.payments, 'events'),
  contextFor: ({ id }) => app.contextFor({ actor: system, requestId: id }),
});
const url = await http.listen({ host: config.HOST, port: config.PORT });
app.worker.start();
process.stdout.write(`listens ${url}\n`);
process.once(
  'SIGTERM',
  () =>
    void http
      .close()
      .then(() => app.close())
      .then(() => process.exit(0)),
);
