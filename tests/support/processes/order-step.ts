/** One step of an order in a process that dies at the named point `CRASH_AT`, then all its jobs. */
import { createApp } from '../../../src/app.ts';
import type { Actor } from '../../../src/services/access/actor.ts';
import { cancelOrder, deliverOrder } from '../../../src/services/orders/index.ts';
import { readConfig } from '../../../src/services/platform/config.ts';
import type { DatabaseSettings } from '../../../src/services/platform/orm/orm.ts';

const database = JSON.parse(process.env['TEST_DATABASE'] ?? '{}') as DatabaseSettings;
const actor = JSON.parse(process.env['ACTOR'] ?? '{}') as Actor;
const orderId = process.env['ORDER_ID'] ?? '';
const app = await createApp(readConfig(), { database });
const ctx = app.contextFor({ actor, requestId: 'step' });
if (process.env['STEP'] === 'deliver') await ctx.run(deliverOrder, { orderId });
else await cancelOrder(ctx, { orderId, reason: 'NO_PROOFREADER' });
await app.worker.runDue();
process.exit(0);
