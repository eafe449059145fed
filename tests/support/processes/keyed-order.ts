/** Places one order under a key, in a process that dies at the point named by `CRASH_AT`. */
import { createApp } from '../../../src/app.ts';
import type { Actor } from '../../../src/services/access/actor.ts';
import { createOrder, type CreateOrder } from '../../../src/services/orders/index.ts';
import { readConfig } from '../../../src/services/platform/config.ts';
import type { DatabaseSettings } from '../../../src/services/platform/orm/orm.ts';

const database = JSON.parse(process.env['TEST_DATABASE'] ?? '{}') as DatabaseSettings;
const { actor, input } = JSON.parse(process.env['REQUEST'] ?? '{}') as { actor: Actor; input: CreateOrder };
const app = await createApp(readConfig(), { database });
await app.contextFor({ actor, requestId: 'dies' }).run(createOrder, input);
process.exit(0);
