/** One payment's whole life in a process that dies at its `CRASH_AT`-th named point: the webhook comes, then all jobs run. */
import { createApp } from '../../../src/app.ts';
import { webhookRoutes } from '../../../src/resolvers/http/webhooks.ts';
import { createHttpServer } from '../../../src/resolvers/http/http-server.ts';
import { providersAble } from '../../../src/services/adapters/payments/port.ts';
import { system } from '../../../src/services/access/actor.ts';
import type { SignedEvent } from '../../../src/services/adapters/payments/sandbox/sandbox.ts';
import { readConfig } from '../../../src/services/platform/config.ts';
import type { DatabaseSettings } from '../../../src/services/platform/orm/orm.ts';

const database = JSON.parse(process.env['TEST_DATABASE'] ?? '{}') as DatabaseSettings;
const { body, signature } = JSON.parse(process.env['EVENT'] ?? '{}') as SignedEvent;
const config = readConfig();
const app = await createApp(config, { database });
const http = await createHttpServer({ config, log: app.log, metrics: app.metrics });
webhookRoutes(http, {
  providers: providersAble(app.services.payments, 'events'),
  contextFor: ({ id }) => app.contextFor({ actor: system, requestId: id }),
});
await http.inject({
  method: 'POST',
  url: '/webhooks/stripe',
  payload: body,
  headers: { 'content-type': 'application/json', 'stripe-signature': signature },
});
await app.worker.runDue();
process.exit(0);
