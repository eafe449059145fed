/** The whole product in a process of its own that a test may kill: prints the address it listens on. */
import { createApp } from '../../../src/app.ts';
import { serve } from '../../../src/serve.ts';
import { readConfig } from '../../../src/services/platform/config.ts';
import type { DatabaseSettings } from '../../../src/services/platform/orm/orm.ts';

const database = JSON.parse(process.env['HOUSE_DATABASE'] ?? '{}') as DatabaseSettings;
const ahead = Number(process.env['CLOCK_AHEAD_MS'] ?? 0);
const app = await createApp(readConfig(), { database, clock: { now: () => new Date(Date.now() + ahead) } });
const served = await serve(app);
app.worker.start();
process.stdout.write(`listens ${served.url}\n`);
process.once('SIGTERM', () => void served.stop().then(() => app.close()).then(() => process.exit(0)));
